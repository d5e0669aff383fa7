"""Of which day does a report to scrutiny speak, where its meeting is known in words only?"""

from datetime import date

import pytest

from govreg.core import clock
from govreg.reports.queries.scrutiny import day_spoken_of, document_of
from tests.people import Cast

from .scrutiny_reports import of_leeds, prepared

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
