"""Does the summary progress table say what the scrutiny report of 2007 printed, for good?"""

import io
from datetime import date

import pytest
from django.core.management import CommandError, call_command
from hypothesis import given
from hypothesis import strategies as st

from govreg.core import clock
from govreg.core.quarters import quarter_of, read_quarter
from partnerships.queries.progress_lines import live_lines
from partnerships.queries.progress_table import GROUPINGS, counts_by
from partnerships.rules.quarterly_status import (
    Counts,
    QuarterlyStatus,
    status_of,
    summed,
    whole_percent,
)
from partnerships.services.plan_actions import withdraw_action
from tests.partnerships.quarter import answered, of_plan, opened, small_action, small_plan, table
from tests.people import signed_in

Q3 = "2006-07-q3"
#: Plan, outputs, then number and share of green, amber, red, white and blank (section 5.2).
PRINTED = """
East,92,69,75,23,25,0,0,0,0,0,0
North East,91,82,90,3,3,0,0,5,5,1,1
North West,95,71,75,7,7,3,3,14,15,0,0
South,58,38,66,5,9,3,5,12,21,0,0
West,82,61,74,0,0,0,0,3,4,18,22
All DPAPs,418,321,77,38,9,6,1,34,8,19,5
City-wide,164,117,71,15,9,2,1,8,5,22,13
Total/Average %,582,438,75,53,9,8,1,42,7,41,7
""".strip().splitlines()
RATES = {
    "West": (61, 79, 77.2),
    "City-wide": (134, 156, 85.9),
    "Total/Average %": (499, 540, 92.4),
}


@pytest.mark.django_db
def test_quarter_3_equals_the_printed_table_in_every_cell():
    found = table(of_plan(Q3), day=clock.today())
    rows = [
        ",".join(
            str(value)
            for value in (
                row.label,
                row.counts.total,
                *(
                    part
                    for status in QuarterlyStatus
                    for part in (row.counts.of(status), row.counts.percent(status))
                ),
            )
        )
        for row in found.rows
    ]
    assert rows == PRINTED
    rates = {
        row.label: (row.counts.answered, row.counts.started, row.counts.response_rate)
        for row in found.rows
    }
    assert {label: rates[label] for label in RATES} == RATES


@pytest.mark.django_db
def test_the_command_prints_the_table_in_the_order_of_the_source():
    out = io.StringIO()
    call_command("progress_table", "2006/07 Q3", csv=True, stdout=out)
    lines = out.getvalue().splitlines()
    assert lines[0].startswith("Plan,No of outputs,GREEN,%,AMBER,%,RED,%,WHITE,%,BLANK,%")
    assert [line.rsplit(",", 1)[0] for line in lines[1:]] == PRINTED


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("typed", "said"),
    [("Q5 2006/07", "is not a quarter"), ("2001/02 Q1", "was never opened")],
)
def test_the_command_says_what_is_wrong_with_a_quarter(typed, said):
    with pytest.raises(CommandError, match=said):
        call_command("progress_table", typed)


@pytest.mark.django_db
@pytest.mark.parametrize("grouping", ["theme", "lead", "priority"])
def test_every_grouping_counts_the_same_actions(grouping):
    found = table(of_plan(Q3), day=clock.today(), grouping=grouping)
    assert found.total.counts == Counts(438, 53, 8, 42, 41)
    assert summed(row.counts for row in found.rows[:-1]) == found.total.counts
    assert len(found.rows) > 5


@pytest.mark.django_db
def test_before_it_closed_the_table_says_what_was_then_known():
    reporting = of_plan(Q3)
    before = table(reporting, day=date(2007, 1, 9))
    assert before.version is None
    assert before.total.counts == Counts(0, 0, 0, 42, 540), "nobody had answered on the day before"
    told = table(reporting, day=date(2007, 1, 12))
    assert told.version is None
    assert told.total.counts == Counts(438, 53, 8, 42, 41)


@pytest.mark.django_db
def test_a_reader_sees_the_rate_beside_a_plan_without_red_and_follows_a_number_down(cast):
    client = signed_in(cast.scrutiny_member)
    address = of_plan(Q3).get_absolute_url()
    page = client.get(address).content.decode()
    assert "61 of 79" in page
    assert "Commencement date not yet reached" in page
    listed = client.get(f"{address}actions/?status=red").content.decode()
    assert "8 actions" in listed
    areas = client.get(f"{address}actions/?row=areas&status=red").content.decode()
    assert "6 actions" in areas


@pytest.mark.django_db
def test_an_area_manager_follows_only_their_own_actions_down(cast):
    client = signed_in(cast.area_manager_west)
    listed = client.get(f"{of_plan(Q3).get_absolute_url()}actions/?status=blank").content.decode()
    assert "18 actions" in listed
    assert "23 of the actions counted there" in listed


@pytest.mark.django_db
def test_a_day_that_is_none_is_told(cast):
    answer = signed_in(cast.auditor).get(f"{of_plan(Q3).get_absolute_url()}?as-at=yesterday")
    assert answer.status_code == 400
    assert "is not a day the register understands" in answer.content.decode()


@pytest.mark.django_db
def test_two_plans_of_areas_without_others_have_no_sum_between(cast):
    officer = cast.partnerships_officer
    top = small_plan(officer, "A top", coverage="wide")
    for name in ("One", "Two"):
        part = small_plan(officer, name, parent=top)
        small_action(part, "X1", officer)
    reporting = opened(top, officer)
    rows = table(reporting, day=clock.today()).rows
    assert [row.label for row in rows] == ["One", "Two", "Total/Average %"]


@pytest.mark.django_db
def test_the_last_answer_counts(cast):
    officer = cast.partnerships_officer
    plan = small_plan(officer)
    action = small_action(plan, "X1", officer)
    reporting = opened(plan, officer)
    answered(action, "red", officer)
    answered(action, "green", officer, seen=1)
    assert table(reporting, day=clock.today()).total.counts == Counts(green=1)
    assert action.answers.count() == 2, "the first answer stays"


counts = st.builds(Counts, *[st.integers(0, 600)] * 5)


@given(counts)
def test_counts_sum_and_shares_are_rounded_half_up(found):
    assert sum(found.of(status) for status in QuarterlyStatus) == found.total
    for status in QuarterlyStatus:
        share = found.percent(status)
        if share is not None:
            exact = 100 * found.of(status) / found.total
            assert share - 0.5 - 1e-9 <= exact < share + 0.5 + 1e-9
    assert whole_percent(1, 8) == 13
    assert whole_percent(1, 200) == 1


@given(
    st.dates(date(2005, 4, 1), date(2009, 3, 31)),
    st.sampled_from(["green", "amber", "red", None]),
)
def test_white_wins_over_blank_and_over_any_answer(start, rating):
    end = date(2006, 12, 31)
    status = status_of(start=start, rating=rating, quarter_end=end)
    if start > end:
        assert status is QuarterlyStatus.WHITE
    else:
        assert status.value == (rating or "blank")


@pytest.mark.parametrize(
    ("day", "quarter"),
    [
        (date(2007, 3, 31), "Quarter 4 2006/07"),
        (date(2007, 4, 1), "Quarter 1 2007/08"),
        (date(2008, 2, 29), "Quarter 4 2007/08"),
        (date(2007, 3, 25), "Quarter 4 2006/07"),  # the clocks go forward
        (date(2007, 10, 28), "Quarter 3 2007/08"),  # and back
        (date(2006, 12, 31), "Quarter 3 2006/07"),
        (date(2007, 6, 30), "Quarter 1 2007/08"),
    ],
)
def test_a_quarter_begins_and_ends_on_its_days(day, quarter):
    found = quarter_of(day)
    assert str(found) == quarter
    assert found.first_day <= day <= found.last_day
    assert found.following.first_day > found.last_day
    assert found.following.previous == found
    assert read_quarter(found.slug) == read_quarter(str(found)) == found


@pytest.mark.django_db
@pytest.mark.parametrize("grouping", GROUPINGS)
def test_an_open_quarter_is_counted_by_the_database_as_it_is_line_by_line(cast, grouping: str):
    """White wins, the last answer counts, and what was withdrawn in time does not."""
    by = cast.partnerships_officer
    plan = small_plan(by)
    small_action(plan, "B1", by, start=date(2007, 7, 1))
    this = opened(plan, by)
    quarter = this.period
    for number, rating in enumerate(["green", "amber", "red", "red", ""]):
        values = {"lead": None} if number == 3 else {}
        action = small_action(plan, f"A{number}", by, **values)
        if rating:
            answered(action, "red", by, reason="It snowed.")
            answered(action, rating, by, seen=1)
    for reference, day in (("C1", quarter.first_day), ("C2", quarter.following.first_day)):
        gone = small_action(plan, reference, by)
        withdraw_action(action=gone, version=1, day=day, on=day, by=by, reason="No longer meant.")
    found = table(this, day=clock.today(), grouping=grouping)
    by_line = counts_by(live_lines(plan, quarter, day=clock.today()), grouping)
    assert {row.key: row.counts for row in found.rows if not row.is_sum} == by_line
    assert found.total.counts == Counts(green=1, amber=1, red=2, white=1, blank=2)
