"""Does the loaded Leeds data hold the facts of the two reviews?"""

from collections import Counter
from datetime import date

import pytest

from partnerships.models import Body, Partnership
from recommendations.models import AgreedAction, Recommendation, Response
from recommendations.queries.directorates import directorate_choices, led_by
from recommendations.queries.progress import answered
from recommendations.rules.timeliness import timeliness
from reviews.models import Review
from tests.partnerships.pages import page
from tests.people import signed_in

pytestmark = pytest.mark.usefixtures("leeds")


def marks(reference: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    rows = Recommendation.objects.filter(review__reference=reference).order_by("position")
    for row in rows.select_related("priority"):
        found.setdefault(row.priority.mark, []).append(row.number)
    return found


def lines(reference: str):
    return AgreedAction.objects.filter(response__recommendation__review__reference=reference)


def standing(action: AgreedAction, on: date):
    return timeliness(
        state=action.state,
        sense=action.sense,
        due_date=action.due_date,
        review_date=action.review_date,
        original_due=action.original_due,
        issued_on=action.response.recommendation.review.issued_on,
        on=on,
        due_soon_days=30,
    )


def test_the_review_of_2005_has_nine_recommendations_with_their_stars():
    assert marks("leeds-2005") == {"**": ["1", "2", "3", "4", "5", "6", "9"], "***": ["7", "8"]}


def test_the_review_of_2007_has_twelve_recommendations_with_their_stars():
    assert marks("leeds-2007") == {
        "**": ["1", "2", "3", "4", "5", "7", "9", "12"],
        "***": ["6", "10", "11"],
        "*": ["8"],
    }


def test_2005_has_twelve_lines_and_recommendation_eight_has_two_of_them():
    counted = Counter(
        lines("leeds-2005").values_list("response__recommendation__number", flat=True)
    )
    assert sum(counted.values()) == 12
    assert counted["8"] == 2


def test_2005_answers_four_and_nine_in_two_parts():
    split = Counter(
        Response.objects.filter(recommendation__review__reference="leeds-2005").values_list(
            "recommendation__number", flat=True
        )
    )
    assert {number for number, count in split.items() if count > 1} == {"4", "9"}


def test_2007_has_29_lines_of_which_27_are_dated():
    assert lines("leeds-2007").count() == 29
    undated = lines("leeds-2007").filter(due_date__isnull=True)
    assert sorted(undated.values_list("response__recommendation__number", flat=True)) == ["7", "9"]


def test_11_lines_were_past_at_issue_and_none_of_them_is_called_merely_overdue():
    codes = Counter(standing(a, date(2007, 11, 1)).code for a in lines("leeds-2007"))
    assert codes["past-at-issue"] == 11
    assert codes["overdue"] == 0


def test_23_lines_are_overdue_on_1_february_2008_with_nothing_recorded():
    found = [standing(a, date(2008, 2, 1)) for a in lines("leeds-2007")]
    assert sum(s.is_late for s in found) == 23
    assert Counter(s.code for s in found)["past-at-issue"] == 11
    assert sum(s.code in {"not-due", "due-soon"} for s in found) == 4


@pytest.mark.parametrize(("reference", "number"), [("leeds-2005", "3"), ("leeds-2007", "12")])
def test_lines_without_an_owner_have_none(reference, number):
    found = lines(reference).filter(response__recommendation__number=number)
    assert found.count() > 0
    assert all(action.owners.count() == 0 for action in found)


def test_recommendation_one_of_2005_is_answered_in_part():
    recommendation = Recommendation.objects.get(review__reference="leeds-2005", number="1")
    found = answered(recommendation, recommendation.responses.current())
    assert found.partly
    assert len(found.missing) == 5


def test_no_other_recommendation_of_the_two_reviews_is_answered_in_part():
    partly = [
        (r.review.reference, r.number)
        for r in Recommendation.objects.select_related("review")
        if answered(r, r.responses.current()).partly
    ]
    assert partly == [("leeds-2005", "1")]


def test_the_trust_has_six_components_of_which_two_have_a_constitution():
    components = Body.objects.filter(partnership__reference="children-leeds", kind="component")
    assert components.count() == 6
    with_constitution = components.filter(governing_document="constitution")
    assert sorted(body.local_term or body.name for body in with_constitution)
    assert with_constitution.count() == 2


def test_2005_carries_no_date_and_2007_does():
    assert Review.objects.get(reference="leeds-2005").report_date is None
    assert Review.objects.get(reference="leeds-2007").report_date == date(2007, 11, 1)


def test_five_district_partnerships_stand_under_the_leeds_initiative():
    districts = Partnership.objects.filter(kind="area")
    assert districts.count() == 5
    assert {d.parent.reference for d in districts} == {"leeds-initiative"}


def test_the_directorates_of_the_reviews_answer_for_their_partnerships():
    *named, _none = directorate_choices()
    assert named == [
        (name, name)
        for name in (
            "Director of Children's Services Unit",
            "Neighbourhoods and Housing",
            "Social Services",
        )
    ]
    areas = Partnership.objects.filter(kind=Partnership.Kind.AREA)
    assert set(led_by("Neighbourhoods and Housing")) == set(areas)


def test_the_tracker_is_grouped_and_filtered_by_directorate(cast):
    client = signed_in(cast.auditor)
    grouped = page(client, "recommendations:grouped", by="directorate")
    heads = {head.get_text(" ", strip=True) for head in grouped.select("tbody th")}
    assert {"Neighbourhoods and Housing", "Director of Children's Services Unit"} <= heads
    chosen = page(client, "recommendations:actions", directorate="Neighbourhoods and Housing")
    rows = chosen.select("main tbody tr")
    assert rows
    assert len(rows) < len(page(client, "recommendations:actions").select("main tbody tr"))
