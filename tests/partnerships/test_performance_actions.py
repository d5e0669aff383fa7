"""Does what the strategic layer is told of actions agree with the closed table of a quarter?"""

from datetime import date

import pytest

from partnerships.models import FrozenPlan, Partnership, PlanAction
from partnerships.queries.performance_actions import actions_change
from partnerships.services.quarters import reopen_quarter
from tests.people import Cast, signed_in

from .pages import read
from .quarter import answered, of_plan, quarter, small_action

pytestmark = pytest.mark.django_db

Q3 = "2006-07-q3"


def leeds() -> Partnership:
    return Partnership.objects.select_related("scope").get(reference="leeds-initiative")


def strategic(cast: Cast, period: str) -> str:
    address = "/partnerships/leeds-initiative/performance/"
    soup = read(signed_in(cast.scrutiny_member).get(address, {"period": period}))
    return " ".join(soup.find("main").text.split())


def test_the_counts_of_two_quarters_are_those_of_the_tables(cast: Cast) -> None:
    change = actions_change(leeds(), quarter(Q3))
    assert (change.now.green, change.now.amber, change.now.red) == (438, 53, 8)
    assert change.before.total == change.now.total
    assert change.compared == change.better + change.worse + change.same > 0
    assert "Both quarters are closed: the figures are those of their tables." in strategic(cast, Q3)


def test_a_late_answer_and_a_new_action_alter_no_closed_quarter_and_an_open_one_at_once(
    cast: Cast,
) -> None:
    by, here = cast.partnerships_officer, quarter(Q3)
    before = actions_change(leeds(), here)
    started = PlanAction.objects.filter(plan__parent=of_plan(Q3).plan, start__lte=here.last_day)
    blank = started.exclude(answers__financial_year="2006/07", answers__quarter=3)[0]
    answered(blank, "red", by, slug=Q3, late=True)
    small_action(blank.plan, "W900", by, start=here.last_day)
    assert actions_change(leeds(), here) == before

    reopen_quarter(
        reporting=of_plan(Q3), on=date(2007, 7, 6), by=cast.administrator, reason="A late red."
    )
    after = actions_change(leeds(), here)
    assert (after.now.red, after.now.total) == (before.now.red + 1, before.now.total + 1)
    assert not after.is_frozen
    assert after.was_frozen
    told = strategic(cast, Q3)
    assert "Quarter 2 2006/07 is closed: its figures are those of its table." in told
    assert "Quarter 3 2006/07 is told as answered up to today." in told


def test_a_district_is_told_its_own_part_of_the_closed_table(cast: Cast) -> None:
    west = Partnership.objects.get(reference="dp-west")
    frozen = FrozenPlan.objects.get(
        version_of__reporting=of_plan(Q3), version_of__reopened_on=None, plan__partnership=west
    )
    now = actions_change(west, quarter(Q3)).now
    assert (now.green, now.blank) == (frozen.green, frozen.blank)
    assert now.total == len(frozen.lines) > 50
