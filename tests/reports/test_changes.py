"""Is it told in a reader's words what is different between two days, and to nobody else's eyes?"""

from datetime import timedelta
from typing import Any

import pytest

from govreg.core import clock
from govreg.reports.documents.changes import changes_between
from govreg.reports.queries.follow_up import seen_by
from govreg.reports.queries.follow_up_facts import Choice
from partnerships.models import Partnership
from partnerships.services.partnerships import describe_partnership
from recommendations.services.progress import submit_update
from tests.partnerships.pages import day, read
from tests.people import Cast, signed_in
from tests.recommendations.asking import granted, the_march_line
from tests.recommendations.lines import iscb_plan

pytestmark = pytest.mark.django_db


def words(response: Any) -> str:
    return " ".join(read(response).get_text(" ").split())


def asked(**choice: Any) -> dict[str, str]:
    yesterday, today = clock.today() - timedelta(days=1), clock.today()
    return {
        **day("since", yesterday.day, yesterday.month, yesterday.year),
        **day("until", today.day, today.month, today.year),
        **choice,
    }


def test_an_extension_and_an_update_of_today_are_told_and_nothing_else(cast: Cast) -> None:
    today = clock.today()
    granted(cast, the_march_line(), "June 2030")
    submit_update(
        action=iscb_plan(),
        values={"rating": "at-risk", "reason": "Few staff.", "narrative": "Begun."},
        on=today,
        by=cast.owner,
    )
    found = changes_between(
        Choice(), seen_by(cast.auditor), since=today - timedelta(days=1), until=today
    )
    told = {
        one.address[1]: {c.what: (c.before, c.after) for c in one.changes} for one in found.actions
    }
    assert set(told) == {"4", "9"}
    assert told["4"]["Due date"] == ("31 March 2008", "30 June 2030")
    assert told["4"]["Extensions granted"] == ("0", "1")
    assert told["9"]["Officer’s rating"] == ("", "At risk")
    assert told["9"]["Reason"] == ("", "Few staff.")
    assert "Due date" not in told["9"]
    assert found.after.overdue == found.before.overdue - 1


def test_what_changed_of_a_partnership_is_told_with_its_health(cast: Cast) -> None:
    west = Partnership.objects.get(reference="dp-west")
    values = {"area": "The west, with Pudsey", "lead": None}
    describe_partnership(
        partnership=west,
        version=west.version,
        values=values,
        by=cast.partnerships_officer,
        reason="To see.",
    )
    page = signed_in(cast.area_manager_west).get("/what-changed/", asked(partnership=str(west.pk)))
    shown = words(page)
    assert "Area covered" in shown
    assert "The west, with Pudsey" in shown
    assert "Governance health: lead officer Met: A lead officer is named. Missing" in shown


def test_two_days_that_say_the_same_say_so(cast: Cast) -> None:
    assert "Nothing else is said differently" in words(
        signed_in(cast.scrutiny_member).get("/what-changed/", asked())
    )


def test_who_may_not_see_a_review_is_not_told_of_it(cast: Cast) -> None:
    granted(cast, the_march_line(), "June 2030")
    told = words(signed_in(cast.area_manager_west).get("/what-changed/", asked()))
    assert "leeds-2007" not in told
    other = Partnership.objects.get(reference="dp-east")
    refused = signed_in(cast.area_manager_west).get(
        "/what-changed/", asked(partnership=str(other.pk))
    )
    assert refused.status_code == 400


def test_days_that_cannot_be_compared_are_refused(cast: Cast) -> None:
    client = signed_in(cast.auditor)
    tomorrow = clock.today() + timedelta(days=1)
    ahead = client.get(
        "/what-changed/",
        {**asked(), **day("until", tomorrow.day, tomorrow.month, tomorrow.year)},
    )
    assert ahead.status_code == 400
    assert "That day is still to come" in words(ahead)
    turned = client.get("/what-changed/", {**asked(), **day("since", tomorrow.day, 1, 2090)})
    assert "Choose a day before the one until which you compare" in words(turned)
