"""Of which day does a report to scrutiny speak, where its meeting is known in words only?"""

from datetime import date

import pytest
from django.urls import reverse

from govreg.core import clock
from govreg.core.refusals import Refused
from govreg.reports.queries.scrutiny import day_spoken_of, document_of
from govreg.reports.services.committee_decisions import record_decision
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
