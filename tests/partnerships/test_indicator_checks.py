"""Is the data of an indicator judged in six dimensions, and does each challenge get its answer?"""

from datetime import date

import pytest

from govreg.core import clock
from govreg.core.refusals import Refused
from partnerships.models import DataQualityJudgement, Partnership
from partnerships.queries.data_quality import assessments_of
from partnerships.services.indicator_challenges import answer_challenge, challenge
from tests.partnerships.indicator import judged, small_indicator, west
from tests.partnerships.pages import filled_in, page
from tests.people import signed_in

pytestmark = pytest.mark.django_db


def test_all_six_dimensions_are_judged_each_with_its_note(cast):
    one = small_indicator(cast.area_manager_west)
    client = signed_in(cast.area_manager_west)
    where = f"{one.get_absolute_url()}data-quality/"
    sent = filled_in(page(client, "partnerships:judge-data", one.pk))
    for dimension in DataQualityJudgement.Dimension.values:
        sent |= {f"judgement_{dimension}": "good", f"note_{dimension}": f"Why {dimension}"}
    client.post(where, {**sent, "note_timeliness": ""})
    assert not one.quality_judgements.exists()
    client.post(where, {**sent, "judgement_timeliness": "doubts"})
    soup = page(signed_in(cast.scrutiny_member), "partnerships:indicator", one.pk)
    for word in ("Some doubts", "Why completeness", "Why accuracy"):
        assert word in soup.text
    assert one.quality_judgements.count() == 6


def test_a_later_assessment_stands_beside_the_earlier(cast):
    one = small_indicator(cast.area_manager_west)
    judged(one, by=cast.area_manager_west, note="First")
    judged(one, by=cast.area_manager_west, day=date(2007, 7, 1), note="Second")
    found = assessments_of(one)
    assert [found[0].judgements[0].note, found[1].judgements[0].note] == ["Second", "First"]
    assert [row.dimension for row in found[0].judgements][:2] == ["Accuracy", "Validity"]
    with pytest.raises(Refused, match="still to come"):
        judged(one, by=cast.area_manager_west, day=date(2099, 1, 1))


def given(cast, **values):
    return {
        "challenger": Partnership.objects.get(reference="dp-east"),
        "day": date(2007, 2, 1),
        "asked": "Who counts?",
        "on": clock.today(),
        "by": cast.partnerships_officer,
        **values,
    }


def test_a_challenge_is_recorded_answered_once_and_read_by_all(cast):
    one = small_indicator(cast.area_manager_west)
    asked = challenge(indicator=one, **given(cast))
    client = signed_in(cast.area_manager_west)
    assert "Not answered" in page(client, "partnerships:indicator", one.pk).text
    sent = filled_in(page(client, "partnerships:answer-challenge", one.pk, asked.pk))
    where = f"{one.get_absolute_url()}challenges/{asked.pk}/answer/"
    client.post(where, {**sent, "answer": "Two wardens."})
    assert "Two wardens." in page(signed_in(cast.auditor), "partnerships:indicator", one.pk).text
    asked.refresh_from_db()
    with pytest.raises(Refused, match="answered already"):
        answer_challenge(
            challenge=asked,
            version=asked.version,
            answered_on=clock.today(),
            answer="Three.",
            on=clock.today(),
            by=cast.area_manager_west,
        )


def test_nobody_challenges_their_own_nor_from_outside(cast):
    one = small_indicator(cast.area_manager_west)
    with pytest.raises(Refused, match="belongs to that partnership itself"):
        challenge(indicator=one, **given(cast, challenger=west()))
    with pytest.raises(Refused, match="keep the plans of the partnership that made it"):
        challenge(indicator=one, **given(cast, by=cast.lead_officer))
    made = challenge(indicator=one, **given(cast, by=cast.area_manager_east))
    assert made.challenger.reference == "dp-east"
