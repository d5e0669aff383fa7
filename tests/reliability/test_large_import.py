"""Is a sheet of 10,000 lines imported in time, in no more memory than one of a few hundred?"""

import gc
import io
import time
import tracemalloc
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from govreg.core.transfer.binding import Binding
from govreg.core.transfer.formats import FORMATS
from govreg.core.transfer.importing import import_table, preview
from govreg.core.transfer.plan import Plan
from govreg.core.transfer.sheets import Sheet
from govreg.core.transfer.table import read_table
from govreg.core.transfer.uploads import keep_upload
from partnerships.models import Body, Membership, Organisation
from partnerships.sheets import members
from recommendations.models import AgreedAction, CrossReference, Recommendation
from recommendations.sheets import action_plans
from tests.architecture import growing
from tests.partnerships.board import west
from tests.people import Cast

pytestmark = [pytest.mark.reliability, pytest.mark.django_db]
FEW, MANY, MEMBERS_SECONDS, PLAN_SECONDS = 500, 10_000, 20, 30
#: So much more may a file of MANY lines take than one of FEW: its text, and the numbers of lines.
MEGABYTES = 6
Rows = Iterator[list[str]]
Which = tuple[Sheet, Callable[[int], Rows], Callable[[], Binding], Any]


def list_of_members(count: int) -> Rows:
    organisations = list(Organisation.objects.current().values_list("name", flat=True))
    bodies = list(Body.objects.filter(partnership=west()).values_list("name", flat=True))
    yield ["Organisation", "Body", "Representative’s post", "Role", "Votes", "Member from"]
    for n in range(count):
        names = [organisations[n % len(organisations)], bodies[n % len(bodies)]]
        yield [*names, f"Post {count} {n}", "Member", "Yes", "1/4/2007"]


def lines_of_plan(count: int) -> Rows:
    """Every other line continues the recommendation before it, and each refers to the last one."""
    review = growing.draft()
    section, mark = review.sections.first().number, review.priorities.first().mark
    yield action_plans.SHEET.headings()
    for n in range(count):
        first = n % 2 == 0
        begun = [f"{count}.{n}", section, mark, f"Measured {n}", "", "", f"{count}.{count - 2}"]
        step = [f"Step {n}", "", "By March 2008", "", ""]
        if first:
            refers = begun if n < count - 2 else [*begun[:-1], ""]
            yield [*refers, "", "", "Accepted", f"Answer {n}", *step]
        else:
            yield [*[""] * 11, *step]


def imported(which: Which, count: int, form: str = "csv") -> Plan:
    """Take a file in as the pages do, look it through and import it."""
    sheet, rows, bind, by = which
    stream = io.BytesIO()
    FORMATS[form].write(stream, sheet.title, rows(count), [["Help"]])
    file = SimpleUploadedFile(f"large.{form}", stream.getvalue())
    kept = keep_upload(file, sheet=sheet, place="here", by=by)
    table = read_table(sheet, kept.rows)
    seen = preview(bind(), table).digest
    return import_table(bind(), table, seen=seen)


def megabytes(work: Callable[[], object]) -> float:
    """Return the most memory that Python's objects took while something was done."""
    gc.collect()
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1] / 1024**2
    finally:
        tracemalloc.stop()


def takes_no_more_when_large(which: Which) -> None:
    few, many = (megabytes(lambda n=count: imported(which, n)) for count in (FEW, MANY))
    print(f"{few:.1f} MB for {FEW:,} lines, {many:.1f} MB for {MANY:,}")  # noqa: T201
    assert many - few < MEGABYTES


def members_of_west(cast: Cast) -> Which:
    by = cast.partnerships_officer
    return members.SHEET, list_of_members, lambda: members.Members(west(), by=by), by


def plan_of_west(cast: Cast) -> Which:
    review, by = growing.draft(), cast.auditor
    return action_plans.SHEET, lines_of_plan, lambda: action_plans.ActionPlan(review, by=by), by


@pytest.mark.parametrize("form", FORMATS)
def test_ten_thousand_members_are_imported_in_time(cast: Cast, form: str):
    before, began = Membership.objects.count(), time.monotonic()
    plan = imported(members_of_west(cast), MANY, form)
    took = time.monotonic() - began
    print(f"{form}: {took:.1f} s")  # noqa: T201
    assert plan.counts["new"] == MANY == Membership.objects.count() - before
    assert plan.change_set.rows.count() == MANY
    assert took < MEMBERS_SECONDS


def test_a_plan_of_ten_thousand_lines_is_brought_in_in_time(cast: Cast):
    before, began = AgreedAction.objects.count(), time.monotonic()
    plan = imported(plan_of_west(cast), MANY)
    took = time.monotonic() - began
    print(f"{took:.1f} s")  # noqa: T201
    assert plan.counts["new"] == MANY == AgreedAction.objects.count() - before
    last = Recommendation.objects.get(review=growing.draft(), number=f"{MANY}.{MANY - 2}")
    assert CrossReference.objects.filter(to=last).count() == MANY // 2 - 1
    assert took < PLAN_SECONDS


@pytest.mark.parametrize("of", [members_of_west, plan_of_west])
def test_a_large_file_takes_no_more_memory_than_a_small_one(
    cast: Cast, of: Callable[[Cast], Which]
):
    takes_no_more_when_large(of(cast))
