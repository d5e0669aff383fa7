"""Is a body listed that met less or more often in twelve months than its layer is to?"""

from datetime import date, timedelta

from govreg.core import clock
from govreg.core.council.settings import decide
from partnerships.models import Body
from partnerships.queries.bands import bands
from tests.people import Cast, signed_in

from .board import WEST, board, held, planned
from .pages import page

YEAR_END = "2007-03-31"


def listed(client, **asked) -> dict[str, str]:
    """Return each body's line by its name."""
    soup = page(client, "partnerships:meeting-bands", **asked)
    return {row.find("th").text: row.text for row in soup.select("tbody tr")}


def meets(body: Body, times: int, *, by) -> None:
    for month in range(times):
        year, number = (2006, 4 + month) if month < 9 else (2007, month - 8)
        held(body, day=date(year, number, 5), by=by)


def test_the_bands_are_those_of_the_national_study_until_the_council_decides(cast: Cast) -> None:
    assert bands(on=date(2009, 4, 1)) == {
        "strategic": (3, 4),
        "executive": (6, 12),
        "operational": (12, 52),
    }


def test_five_meetings_a_year_are_too_few_for_an_executive_and_six_are_not(cast: Cast) -> None:
    by, body = cast.area_manager_west, board()
    assert body.layer == "executive"
    meets(body, 5, by=by)
    planned(body, day=date(2007, 3, 1), by=by)
    held(body, day=date(2006, 3, 31), by=by)
    client = signed_in(by)
    line = listed(client, on=YEAR_END)[body.name]
    assert "6 to 12" in line
    assert "Too seldom" in line
    held(body, day=date(2007, 3, 31), by=by)
    assert body.name not in listed(client, on=YEAR_END)
    assert "Within" in listed(client, on=YEAR_END, shown="all")[body.name]


def test_thirteen_meetings_a_year_are_too_many_for_an_executive(cast: Cast) -> None:
    by, body = cast.area_manager_west, board()
    meets(body, 12, by=by)
    client = signed_in(by)
    assert body.name not in listed(client, on=YEAR_END)
    held(body, day=date(2006, 7, 25), by=by)
    assert "Too often" in listed(client, on=YEAR_END, shown="above")[body.name]


def test_the_council_decides_the_bands_from_a_day_on(cast: Cast) -> None:
    today, body = clock.today(), board()
    for weeks in range(1, 6):
        held(body, day=today - timedelta(weeks=weeks * 8), by=cast.area_manager_west)
    client = signed_in(cast.area_manager_west)
    assert body.name in listed(client)
    given = {"name": "meetings-executive-least", "value": 5, "start": today, "reason": "Tried."}
    decide(by=cast.administrator, **given)
    assert body.name not in listed(client)
    yesterday = str(today - timedelta(days=1))
    assert body.name in listed(client, on=yesterday)


def test_only_bodies_of_a_layer_that_the_reader_may_see_are_listed(cast: Cast) -> None:
    seen = listed(signed_in(cast.area_manager_west), on=YEAR_END)
    own = Body.objects.filter(partnership__reference=WEST).exclude(layer="")
    assert set(seen) == {body.name for body in own}
    assert len(listed(signed_in(cast.auditor), on=YEAR_END, shown="below")) > len(seen)
