"""Which indicators, figures and areas can a story add one by one, and which pages list them?"""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from govreg.core import clock
from partnerships.models import Indicator, Partnership, Post, StrategicTheme
from partnerships.services.areas import add_area
from partnerships.services.indicator_challenges import challenge
from partnerships.services.indicators import set_targets
from tests.partnerships.indicator import entered, judged, small_indicator
from tests.people import Cast


def the_indicator() -> Indicator:
    found: Indicator = Indicator.objects.select_related("partnership__scope").get(reference="RP1")
    return found


def grown_indicator(cast: Cast, i: int) -> None:
    """Add one with figures, of another theme and with other posts each time."""
    leeds = Partnership.objects.select_related("scope").get(reference="leeds-initiative")
    posts = list(Post.objects.order_by("pk"))
    one = small_indicator(
        cast.partnerships_officer,
        leeds,
        reference=f"G{i}",
        name=f"Grown {i}",
        theme=StrategicTheme.objects.order_by("pk")[i],
        compiler=posts[i],
        accountable=posts[i + 1],
    )
    figures = {(area, "2006-07-q3"): str(10 + i) for area in ("", "West", "East")}
    entered(one, figures, by=cast.partnerships_officer)
    targets = {"2006/07": Decimal(9 + i), f"20{10 + i}/{11 + i}": Decimal(i)}
    set_targets(indicator=one, version=one.version, targets=targets, by=cast.partnerships_officer)


def grown_area(cast: Cast, i: int) -> None:
    """Add an area with a figure and judge the data once more; other partnerships challenge."""
    by = (cast.partnerships_officer, cast.administrator)[i % 2]
    add_area(values={"name": f"Grown {i}", "kind": "ward", "position": 50 + i}, by=by)
    officer = cast.partnerships_officer
    entered(the_indicator(), {(f"Grown {i}", "2006-07-q3"): str(i)}, by=officer)
    judged(the_indicator(), by=officer, note=f"Grown {i}")
    challenger = Partnership.objects.exclude(reference="leeds-initiative").order_by("pk")[i % 5]
    challenge(
        indicator=the_indicator(),
        challenger=challenger,
        day=date(2007, 2, 1),
        asked=f"Grown {i}",
        on=clock.today(),
        by=officer,
    )


def grown_target(cast: Cast, i: int) -> None:
    """Set one more target, by one or another."""
    one = the_indicator()
    kept = {row.financial_year: row.value for row in one.targets.all()}
    set_targets(
        indicator=one,
        version=one.version,
        targets={**kept, f"{2010 + i}/{11 + i}": Decimal(i)},
        by=cast.partnerships_officer,
        reason=f"Grown {i}",
    )


LEEDS = "/partnerships/leeds-initiative/"
ONE = "/indicators/{first_indicator}/"
GROWING: list[tuple[Callable[[Cast, int], Any], list[tuple[str, str]]]] = [
    (
        grown_indicator,
        [
            ("partnerships_officer", "/indicators/?words=Grown"),
            ("scrutiny_member", "/indicators/?words=Grown&export=csv"),
            ("partnerships_officer", f"{LEEDS}indicators/"),
            ("scrutiny_member", f"{LEEDS}area-comparison/"),
            ("scrutiny_member", f"{LEEDS}performance/?period=2006-07-q3"),
            ("partnerships_officer", f"{LEEDS}performance/executive/?period=2006-07-q3"),
            ("partnerships_officer", f"{LEEDS}performance/operational/?period=2006-07-q3"),
            ("scrutiny_member", f"{LEEDS}area-comparison/?export=csv"),
            ("auditor", f"{LEEDS}spreadsheets/figures/file/csv/"),
        ],
    ),
    (
        grown_area,
        [
            ("partnerships_officer", "/areas/"),
            ("partnerships_officer", ONE),
            ("partnerships_officer", f"{ONE}figures/?year=2006-07"),
            ("scrutiny_member", f"{LEEDS}area-comparison/?indicator={{first_indicator}}"),
        ],
    ),
    (
        grown_target,
        [
            ("partnerships_officer", f"{ONE}targets/"),
            ("auditor", "/history/partnerships.indicator/{first_indicator}/"),
        ],
    ),
]


def keys() -> dict[str, int]:
    """Return what stands for a key in the addresses above."""
    return {"first_indicator": the_indicator().pk}
