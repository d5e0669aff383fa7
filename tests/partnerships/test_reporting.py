"""Does the register say to whom each partnership reports, and when it is to report again?"""

from datetime import date, timedelta
from typing import Any

import pytest
from django.urls import reverse

from govreg.core import clock
from govreg.core.periods import months_after
from govreg.core.refusals import Refused
from partnerships.models import Organisation, Partnership, ReportingLine
from partnerships.queries.health import State, health_of
from partnerships.services.reporting import add_line, describe_line, record_report
from tests.people import Cast, signed_in

from .pages import day, page, problems, read, send

TRUST, WEST = "children-leeds", "dp-west"
DISTRICTS = ("dp-west", "dp-south", "dp-east", "dp-north-west", "dp-north-east")
THEN = date(2005, 12, 31)


def partnership(reference: str = TRUST) -> Partnership:
    return Partnership.objects.select_related("scope").get(reference=reference)


def council() -> Organisation:
    return Organisation.objects.get(name="Leeds City Council")


def days(n: int) -> date:
    return clock.today() + timedelta(days=n)


def line(cast: Cast, **given: Any) -> ReportingLine:
    values = {"to_organisation": council(), "mechanism": "Report", "frequency_months": 6, **given}
    return add_line(partnership=partnership(), values=values, by=cast.partnerships_officer)


def report(cast: Cast, one: ReportingLine, on: date) -> None:
    values = {"day": on, "what": "Progress", "minute_reference": "12/07"}
    record_report(line=one, values=values, by=cast.partnerships_officer)


def standing(reference: str = TRUST, on: date | None = None) -> Any:
    found = partnership(reference)
    return health_of([found], on=on or clock.today())[found.pk]["reporting"]


def test_in_2005_none_of_the_six_reported_to_the_council(cast: Cast) -> None:
    client = signed_in(cast.auditor)
    for reference in (*DISTRICTS, "ces"):
        lines = ReportingLine.objects.filter(partnership__reference=reference)
        assert not lines.in_force(on=THEN).filter(to_organisation=council()).exists()
        assert standing(reference, THEN).state == State.MISSING
        shown = page(client, "partnerships:reporting", reference).text
        assert "No formal line to" in shown
    for reference in DISTRICTS:
        gap = ReportingLine.objects.get(
            partnership__reference=reference, to_body__name="Narrowing the Gap Board"
        )
        assert gap.frequency_months == 3
    assert not ReportingLine.objects.filter(partnership__reference="ces").exists()


def test_an_officer_adds_a_line_and_records_a_report(cast: Cast) -> None:
    client = signed_in(cast.lead_officer)
    typed = {"mechanism": "Annual report", "frequency_months": "12"}
    sent = send(client, "partnerships:add-reporting-line", TRUST, changes=typed)
    assert sent.status_code == 302
    added = ReportingLine.objects.get(mechanism="Annual report")
    assert added.to_organisation == council()
    args = (TRUST, added.pk)
    made = clock.today() - timedelta(days=3)
    typed = {
        "what": "The year 2007/08",
        "minute_reference": "Minute 34",
        **day("day", made.day, made.month, made.year),
    }
    assert send(client, "partnerships:record-report", *args, changes=typed).status_code == 302
    shown = page(client, "partnerships:reporting-line", *args).text
    assert "Minute 34" in shown
    assert "Up to date" in shown
    added.refresh_from_db()
    assert added.next_due == months_after(made, 12)
    assert standing().state == State.MET
    shown = page(client, "partnerships:reporting", TRUST).text
    assert "A formal line to the accountable body, Leeds City Council, is recorded." in shown


def test_a_line_has_one_recipient_other_than_itself(cast: Cast) -> None:
    client = signed_in(cast.lead_officer)
    name = "partnerships:add-reporting-line"
    none = {"mechanism": "A report", "to_organisation": ""}
    assert "Say to whom it reports" in problems(send(client, name, TRUST, changes=none))
    two = {"mechanism": "A report", "to_words": "The Executive Board"}
    assert "Give one recipient only" in problems(send(client, name, TRUST, changes=two))
    itself = {**none, "to_partnership": str(partnership().pk)}
    assert "cannot report to itself" in problems(send(client, name, TRUST, changes=itself))


@pytest.mark.parametrize(
    ("reported", "months", "state"),
    [
        (None, 6, State.MISSING),
        (-30, 6, State.MET),
        (-170, 6, State.DUE),
        (-200, 6, State.OVERDUE),
        (-200, None, State.MET),
    ],
)
def test_reporting_falls_due(
    cast: Cast, reported: int | None, months: int | None, state: State
) -> None:
    assert standing().reason == "No reporting line to the accountable body is recorded."
    one = line(cast, frequency_months=months)
    if reported is not None:
        report(cast, one, days(reported))
    assert standing().state == state


def test_before_the_first_report_the_start_counts(cast: Cast) -> None:
    one = line(cast, start=days(-400))
    assert one.next_due == months_after(days(-400), 6)
    assert standing().state == State.OVERDUE
    assert page(signed_in(cast.auditor), "partnerships:all-reporting", standing="overdue").find(
        "a", string="Leeds City Council"
    )


def test_a_line_that_ended_is_due_no_more(cast: Cast) -> None:
    one = line(cast, start=days(-400))
    ended = describe_line(
        line=one,
        version=one.version,
        values={"end": days(-10)},
        by=cast.partnerships_officer,
        reason="Another route.",
    )
    assert ended.next_due is None
    assert standing().state == State.MISSING
    with pytest.raises(Refused, match="This line ended"):
        report(cast, ended, days(-1))
    with pytest.raises(Refused, match="still to come"):
        report(cast, ended, days(1))


def test_what_is_due_is_listed_and_taken_out(cast: Cast) -> None:
    report(cast, line(cast, mechanism="Late"), days(-300))
    report(cast, line(cast, mechanism="In time"), days(-1))
    where = reverse("partnerships:all-reporting")
    shown = read(signed_in(cast.auditor).get(where)).text
    assert "Late" in shown
    assert "In time" not in shown
    never = read(signed_in(cast.auditor).get(where, {"standing": "never"})).text
    assert "Report on progress with the district action plan" in never
    assert "Late" not in never
    assert "Late" not in read(signed_in(cast.area_manager_west).get(where)).text
    sent = signed_in(cast.auditor).get(where, {"export": "csv", "standing": "all"})
    exported = b"".join(sent.streaming_content) if sent.streaming else sent.content
    assert b"Narrowing the Gap Board" in exported


def test_a_report_stays_due_in_months() -> None:
    assert months_after(date(2007, 8, 31), 6) == date(2008, 2, 29)
    assert months_after(date(9999, 12, 1), 1) == date.max


def test_who_only_reads_adds_no_line(cast: Cast) -> None:
    with pytest.raises(Refused, match="but not change it"):
        add_line(
            partnership=partnership(WEST),
            values={"to_words": "The Council", "mechanism": "A report"},
            by=cast.area_manager_west,
        )
