"""Do the partners have the quarterly and annual reports that they are owed?"""

from datetime import date

import pytest

from govreg.core import clock
from govreg.core.refusals import Refused
from partnerships.models import FinancialReport, Partnership
from partnerships.queries.financial_reports import expected_of, reports_to_partners
from partnerships.queries.health import State, health_of
from partnerships.rules.financial_reports import reports_expected
from partnerships.services.financial_reports import record_report
from tests.people import Cast, signed_in

from .pages import day, page, problems, send
from .purse import CES, TRUST, WEST, pool

POINT = "financial-reports"


def test_four_quarters_and_a_year_are_due_from_a_year() -> None:
    due = reports_expected(
        start=date(2004, 4, 1), end=date(2005, 3, 31), within=30, sent={}, on=date(2005, 7, 1)
    )
    assert [str(report) for report in due] == [
        "Quarterly report to 31 March 2005",
        "Annual report to 31 March 2005",
        "Quarterly report to 31 December 2004",
        "Quarterly report to 30 September 2004",
        "Quarterly report to 30 June 2004",
    ]
    assert due[0].due == date(2005, 4, 30)


def test_only_the_quarters_in_which_it_ran_and_that_have_ended_count() -> None:
    def ends(on: date) -> list[date]:
        due = reports_expected(
            start=date(2004, 8, 1), end=date(2004, 12, 31), within=30, sent={}, on=on
        )
        return [report.period_end for report in due if report.kind == "quarterly"]

    assert ends(date(2006, 1, 1)) == [date(2004, 12, 31), date(2004, 9, 30)]
    assert ends(date(2004, 12, 31)) == [date(2004, 9, 30)]
    unknown = reports_expected(start=None, end=None, within=30, sent={}, on=date(2008, 2, 1))
    assert min(report.period_end for report in unknown) == date(2006, 6, 30)


def test_an_officer_records_a_report_and_the_page_shows_what_is_overdue(cast: Cast) -> None:
    made = pool(by=cast.partnerships_officer)
    client = signed_in(cast.partnerships_officer)
    where = ("partnerships:record-financial-report", WEST, made.pk)
    typed = {
        "report": "quarterly:2006-06-30",
        "note": "To the board",
        **day("sent_on", 20, 7, 2006),
    }
    assert send(client, *where, changes=typed).status_code == 302
    late = {"report": "quarterly:2006-09-30", **day("sent_on", 1, 12, 2006)}
    assert send(client, *where, changes=late).status_code == 302
    text = " ".join(page(client, "partnerships:funding", WEST, made.pk).get_text(" ").split())
    assert "Quarterly report to 30 June 2006 30 July 2006 20 July 2006 Sent To the board" in text
    assert "30 October 2006 1 December 2006 Sent late" in text
    assert text.count("Overdue") == 3
    assert "quarterly:2006-06-30" not in str(page(client, *where).find("select"))
    report = FinancialReport.objects.get(period_end=date(2006, 9, 30))
    fixed = {"note": "By post", "reason": "A slip"}
    sent = send(
        client, "partnerships:correct-financial-report", WEST, made.pk, report.pk, changes=fixed
    )
    assert sent.status_code == 302
    assert "By post" in page(client, "partnerships:funding", WEST, made.pk).text


def test_a_report_is_of_a_period_that_ended_and_is_recorded_once(cast: Cast) -> None:
    by = cast.partnerships_officer
    made = pool(by=by)
    client = signed_in(by)
    where = ("partnerships:record-financial-report", WEST, made.pk)
    early = {"report": "quarterly:2006-06-30", **day("sent_on", 30, 6, 2006)}
    assert "The period ends on 30 June 2006" in problems(send(client, *where, changes=early))
    assert problems(send(client, *where, changes={"report": "weekly:2006-06-30"}))
    given = {"arrangement": made, "kind": "annual", "period_end": date(2007, 3, 31), "note": ""}
    record_report(**given, sent_on=date(2007, 4, 20), by=by)
    with pytest.raises(Refused, match="not open for this arrangement"):
        record_report(**given, sent_on=date(2007, 4, 20), by=by)
    grant = pool(by=by, name="Grant", reports_due=False)
    assert expected_of(grant, on=clock.today()) == []
    with pytest.raises(Refused, match="not open for this arrangement"):
        record_report(**{**given, "arrangement": grant}, sent_on=date(2007, 4, 20), by=by)


def test_the_health_of_a_partnership_says_which_reports_are_missing(
    cast: Cast, django_assert_num_queries
) -> None:
    ces = Partnership.objects.get(reference=CES)
    west = Partnership.objects.get(reference=WEST)
    today = date(2008, 2, 1)
    standing = health_of([ces], on=today)[ces.pk][POINT]
    assert standing.state == State.OVERDUE
    assert standing.reason == ("5 of 5 not recorded as sent, the first due on 30 July 2004.")
    assert health_of([west], on=today)[west.pk][POINT].state == State.NOT_APPLICABLE
    by = cast.partnerships_officer
    made = pool(by=by, start=date(2006, 4, 1), end=None)
    for kind, end in (("quarterly", date(2006, 6, 30)), ("quarterly", date(2006, 9, 30))):
        record_report(
            arrangement=made, kind=kind, period_end=end, sent_on=date(2006, 10, 10), note="", by=by
        )

    def stands(on: date) -> State:
        return reports_to_partners([west], on)[west.pk].state

    assert stands(date(2006, 10, 20)) == State.MET
    assert stands(date(2007, 1, 20)) == State.DUE
    assert stands(date(2007, 1, 31)) == State.OVERDUE
    all_of_them = list(Partnership.objects.all())
    with django_assert_num_queries(2):  # one for the reports, one for the setting
        reports_to_partners(all_of_them, today)
    client = signed_in(cast.lead_officer)
    trust = " ".join(page(client, "partnerships:partnership", TRUST).text.split())
    assert "No arrangement owes its partners reports." in trust
