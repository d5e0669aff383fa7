"""Of which day does a report to scrutiny speak, where its meeting is known in words only?"""

from datetime import UTC, date, datetime

import pytest
from django.urls import reverse

from govreg.core import clock
from govreg.core.refusals import Refused
from govreg.reports.queries.scrutiny import day_spoken_of, document_of
from govreg.reports.services.committee_decisions import record_decision
from govreg.reports.services.scrutiny_issues import ask_for_issue
from partnerships.models import PlanAction
from partnerships.queries.late_answers import late_answers
from partnerships.services.quarters import close_quarter
from tests.partnerships.quarter import answered, of_plan
from tests.people import Cast, signed_in

from .scrutiny_reports import issued, of_leeds, prepared

pytestmark = pytest.mark.django_db


def test_the_report_of_2007_tells_who_sat_on_the_partnerships_in_that_april(cast: Cast) -> None:
    report = of_leeds()
    assert report.meeting == "April 2007"
    document = document_of(report, on=day_spoken_of(report))
    assert document.as_at == date(2007, 4, 30)
    captions = [getattr(block, "caption", "") for part in document.parts for block in part.blocks]
    assert "Member organisations by sector on 30 April 2007" in captions


@pytest.mark.parametrize(
    ("words", "day"),
    [("March 2008", date(2008, 3, 31)), ("after the recess", None), ("May 2099", None), ("", None)],
)
def test_other_words_and_a_meeting_to_come_leave_it_at_today(
    cast: Cast, words: str, day: date | None
) -> None:
    report = prepared(cast, "2006-07-q3", meeting_in_words=words)
    assert day_spoken_of(report) == (day or clock.today())


def test_a_day_goes_before_words(cast: Cast) -> None:
    report = prepared(
        cast, "2006-07-q3", meeting_in_words="March 2008", meeting_on=date(2008, 2, 6)
    )
    assert day_spoken_of(report) == date(2008, 2, 6)


def test_a_decision_is_of_any_day_of_the_month_of_the_meeting(cast: Cast) -> None:
    issue = issued(cast, of_leeds())
    values = {"kind": "noted", "decided_on": date(2007, 4, 25), "minute_reference": "", "words": ""}
    by = cast.democratic_services
    assert record_decision(issue=issue, values=values, by=by).decided_on == date(2007, 4, 25)
    early = {**values, "decided_on": date(2007, 3, 31)}
    with pytest.raises(Refused, match="cannot have decided before 1 April 2007"):
        record_decision(issue=issue, values=early, by=by)


def test_whoever_issues_is_told_of_which_day_the_report_speaks(cast: Cast) -> None:
    client = signed_in(cast.democratic_services)
    shown = client.get(reverse("scrutiny:issue", args=[of_leeds().pk])).content.decode()
    assert "It speaks of the register as at 30 April 2007." in shown


def test_a_quarter_that_was_open_on_the_day_is_not_said_to_be_open_still(cast: Cast) -> None:
    report = prepared(cast, "2006-07-q4", meeting_in_words="April 2007")
    by = cast.democratic_services
    with pytest.raises(Refused, match="Close the quarter"):
        ask_for_issue(report=report, by=by)
    close_quarter(
        reporting=of_plan("2006-07-q4"), on=date(2007, 5, 4), by=cast.partnerships_officer
    )
    with pytest.raises(Refused, match="speaks of 30 April 2007, when the quarter was still open"):
        ask_for_issue(report=report, by=by)
    later = prepared(cast, "2006-07-q4", meeting_in_words="after the recess")
    assert ask_for_issue(report=later, by=by).pk


def test_a_late_answer_that_came_after_the_day_is_not_told(cast: Cast) -> None:
    """Quarter 4 tells late answers from the closing of quarter 3 on."""
    here = of_plan("2006-07-q4")
    blank = PlanAction.objects.filter(plan__parent=here.plan, start__lte=date(2006, 12, 31))
    action = blank.exclude(answers__financial_year="2006/07", answers__quarter=3)[0]
    came = datetime(2007, 5, 2, 9, tzinfo=UTC)
    with clock.set_to(came):
        answered(action, "red", cast.partnerships_officer, slug="2006-07-q3", late=True)
    before = late_answers(here, day=date(2007, 5, 1))
    after = late_answers(here, day=date(2007, 5, 2))
    assert action not in [one.action for one in before]
    assert [one.action for one in after if one not in before] == [action]
