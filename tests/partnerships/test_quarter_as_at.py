"""Does a quarter’s page tell of a past day only what was known then, and of late answers now?"""

from datetime import date

import pytest

from partnerships.models import PlanAction, ReportingQuarter
from partnerships.services.quarters import close_quarter, publish_quarter, reopen_quarter
from tests.people import Cast, signed_in

from .pages import read
from .purse import flat
from .quarter import answered, of_plan, opened, quarter, small_action, small_plan

pytestmark = pytest.mark.django_db

Q3 = "2006-07-q3"


def shown(cast: Cast, reporting: ReportingQuarter, **query: str) -> str:
    client = signed_in(cast.partnerships_officer)
    return flat(read(client.get(reporting.get_absolute_url(), query)))


def test_a_past_day_knows_nothing_of_what_came_after_it(cast: Cast) -> None:
    reporting = of_plan(Q3)
    assert "published on 26 January 2007" in shown(cast, reporting)
    eve = shown(cast, reporting, **{"as-at": "2007-01-25"})
    assert "Version 1, closed on 19 January 2007." in eve
    assert "published" not in eve.split("Later answers")[0]
    before = shown(cast, reporting, **{"as-at": "2007-01-18"})
    assert "Answers are asked for by 12 January 2007" in before
    assert "Version 1" not in before
    long_before = shown(cast, reporting, **{"as-at": "2005-01-01"})
    assert "The quarter had not been opened then." in long_before
    assert "Answers are asked for" not in long_before


def test_why_it_was_reopened_is_told_from_that_day_on(cast: Cast) -> None:
    by = cast.partnerships_officer
    plan = small_plan(by)
    small_action(plan, "X1", by)
    reporting = opened(plan, by)
    close_quarter(reporting=reporting, on=date(2007, 7, 6), by=by)
    reporting.refresh_from_db()
    publish_quarter(reporting=reporting, on=date(2007, 7, 9), by=by)
    reporting.refresh_from_db()
    reopen_quarter(
        reporting=reporting, on=date(2007, 8, 1), by=cast.administrator, reason="A sheet came."
    )
    now = shown(cast, reporting)
    assert "reopened on 1 August 2007: A sheet came." in now
    assert "published on 9 July 2007" in now


def test_a_closed_quarter_says_what_came_late_and_leads_to_it(cast: Cast) -> None:
    reporting = of_plan(Q3)
    here = quarter(Q3)
    blanks = PlanAction.objects.filter(plan__parent=reporting.plan, start__lte=here.last_day)
    late = blanks.exclude(answers__financial_year="2006/07", answers__quarter=3)[0]
    address = f"{reporting.get_absolute_url()}actions/"
    client = signed_in(cast.partnerships_officer)
    assert "after the quarter was closed" not in shown(cast, reporting)
    answered(late, "red", cast.partnerships_officer, slug=Q3, late=True)
    assert "Of 1 action an answer came after the quarter was closed." in shown(cast, reporting)

    soup = read(client.get(address, {"late": "yes"}))
    (row,) = soup.find("tbody").find_all("tr")
    assert late.reference in row.text
    assert "Blank" in row.text
    assert "Late" in row.text
    assert "Red" in row.text

    on, by = date(2007, 7, 6), cast.administrator
    reopen_quarter(reporting=of_plan(Q3), reason="A late red.", on=on, by=by)
    close_quarter(reporting=of_plan(Q3), on=on, by=cast.partnerships_officer)
    assert "after the quarter was closed" not in shown(cast, reporting)
    assert len(read(client.get(address, {"status": "red"})).find("tbody").find_all("tr")) == 9


def test_behind_a_blank_stay_the_actions_that_were_counted(cast: Cast) -> None:
    reporting = of_plan(Q3)
    address = f"{reporting.get_absolute_url()}actions/"
    client = signed_in(cast.partnerships_officer)
    blank = flat(read(client.get(address, {"status": "blank"})))
    assert "41 actions" in blank
    assert "8 actions" in flat(read(client.get(address, {"status": "red"})))


def test_priorities_in_the_same_words_say_whose_they_are(cast: Cast) -> None:
    client = signed_in(cast.partnerships_officer)
    soup = read(client.get(of_plan(Q3).get_absolute_url(), {"by": "priority"}))
    table = next(t for t in soup.find_all("table") if "summary progress table" in t.caption.text)
    heads = [row.th.text for row in table.tbody.find_all("tr")]
    assert len(heads) > 20
    assert len(set(heads)) == len(heads)
