"""Does the trend of a plan tell of each quarter what that quarter's own table says on a day?"""

from datetime import date, timedelta

import pytest

from govreg.core import clock
from partnerships.models import QuarterVersion, ReportingQuarter
from partnerships.queries.progress_chart import trend_of
from partnerships.services.quarters import reopen_quarter
from tests.people import Cast, signed_in

from .pages import read
from .quarter import of_plan, table

pytestmark = pytest.mark.django_db


def told(here: ReportingQuarter, day: date) -> list[tuple]:
    points = trend_of(here.plan, table(here, day=day), day=day)
    return [(point.slug, point.counts, point.is_closed) for point in points]


def by_their_tables(here: ReportingQuarter, day: date) -> list[tuple]:
    """The quarters that had begun and were closed by a day, and the one that is read."""
    plan, found = here.plan, []
    for reporting in ReportingQuarter.objects.filter(plan=plan, opened_on__lte=day):
        reporting.plan = plan
        own = table(reporting, day=day)
        if own.version or reporting == here:
            found.append((reporting.period.slug, own.total.counts, own.version is not None))
    return sorted(found)


def test_each_quarter_is_told_as_it_was_known_before_and_after_each_closing(cast: Cast) -> None:
    here = of_plan("2006-07-q3")
    reopen_quarter(
        reporting=of_plan("2006-07-q1"),
        on=clock.today(),
        by=cast.administrator,
        reason="A sheet was missing.",
    )
    closings = [
        clock.day_of(at) for at in QuarterVersion.objects.values_list("closed_at", flat=True)
    ]
    assert len(closings) == 3
    lengths = set()
    for day in (*closings, *(day - timedelta(days=1) for day in closings), clock.today()):
        expected = by_their_tables(here, day)
        assert told(here, day) == expected
        lengths.add(len(expected))
    assert lengths >= {1, 2, 3}
    # Reopened today, the first quarter has no figures that hold.
    assert [slug for slug, *_ in told(here, clock.today())] == ["2006-07-q2", "2006-07-q3"]


def test_the_page_of_a_quarter_shows_those_before_it(cast: Cast) -> None:
    client = signed_in(cast.partnerships_officer)
    shown = read(client.get(of_plan("2006-07-q3").get_absolute_url()))
    (trend,) = (t for t in shown.find_all("table") if "quarter by quarter" in t.caption.text)
    assert [row.find(["th", "td"]).text.strip() for row in trend.tbody.find_all("tr")] == [
        "Quarter 1 2006/07",
        "Quarter 2 2006/07",
        "Quarter 3 2006/07",
    ]
