"""How are the indicators of the Leeds Regeneration Plan made for the demonstration?

Their figures are invented. They are worked out from `fixtures/leeds/indicators.yaml` in one order,
without chance, so that every load is the same.
"""

from datetime import date
from decimal import Decimal
from typing import Any

from govreg.core.financial_years import FinancialYear, read_financial_year
from govreg.core.quarters import Quarter, read_quarter
from partnerships.models import Area, Indicator, Partnership, Plan, Post, StrategicTheme
from partnerships.services.areas import add_area
from partnerships.services.data_quality import judge_quality
from partnerships.services.indicator_challenges import answer_challenge, challenge
from partnerships.services.indicator_values import Figure, Place, enter_values
from partnerships.services.indicators import add_indicator, set_targets

from .files import read, text

FIRST_QUARTER = Quarter(FinancialYear(2005), 1)
FIRST_YEAR = FinancialYear(2004)
#: How many steps lie between the first and the last figure.
QUARTERS, YEARS = 6, 1
#: By how many hundredths of itself a figure strays from a straight line, in turn.
STRAYS = (0, 2, -1, 1, -2)
Period = tuple[FinancialYear, int]


def rows() -> dict[str, Any]:
    """Return what the file of the indicators says."""
    found: dict[str, Any] = read("indicators")
    return found


def enter_indicators(content: dict[str, Any], *, by: Any) -> None:
    """Enter the districts, and the indicators with their targets."""
    for position, name in enumerate(content["areas"], 1):
        add_area(values={"name": name, "kind": "district", "position": position}, by=by)
    partnership = Partnership.objects.select_related("scope").get(reference=content["partnership"])
    plan = Plan.objects.get(partnership=partnership, name=content["plan"])
    found = StrategicTheme.objects.filter(framework__name=content["framework"])
    themes = {theme.name: theme for theme in found}
    posts = {post.title: post for post in Post.objects.all()}
    for position, row in enumerate(content["indicators"], 1):
        indicator = add_indicator(
            partnership=partnership,
            values={
                **{name: row[name] for name in ("reference", "name", "group", "measures", "unit")},
                "better": row["better"],
                "frequency": row["frequency"],
                "position": position,
                "plan": plan,
                "delivery_plan": plan,
                "theme": themes[row["theme"]],
                "baseline": _figure(row["baseline"]),
                "baseline_period": text(row.get("baseline_period")),
                "has_no_baseline": row["baseline"] is None,
                "good_from": _figure(row["good"]),
                "poor_from": _figure(row["poor"]),
                "accountable": posts[content["accountable"]],
                "compiler": posts[content["compiler"]],
                "note": content["note"],
            },
            by=by,
        )
        targets = {year: _figure(value) or Decimal(0) for year, value in row["targets"].items()}
        set_targets(indicator=indicator, version=indicator.version, targets=targets, by=by)


def enter_figures(row: dict[str, Any], *, by: Any) -> None:
    """Enter the figures of some periods, for the city and for each district."""
    content = rows()
    areas = [0, *(_area(name) for name in content["areas"])]
    quarters = [_quarter(slug) for slug in row["quarters"]]
    years = [read_financial_year(slug) for slug in row["years"]]
    for about in content["indicators"]:
        periods: list[Period] = (
            [(year, 0) for year in years if year]
            if about["frequency"] == "yearly"
            else [(quarter.year, quarter.number) for quarter in quarters]
        )
        figures = {
            Place(area, year, number): Figure(_worked_out(about, place, (year, number)))
            for place, area in enumerate(areas)
            for year, number in periods
        }
        if figures:
            indicator = _indicator(about["reference"])
            enter_values(indicator=indicator, figures=figures, on=row["day"], by=by)


def correct_figure(row: dict[str, Any], *, by: Any) -> None:
    """Correct one figure, so that its revisions can be read."""
    quarter = _quarter(row["quarter"])
    place = Place(_area(row["area"]), quarter.year, quarter.number)
    enter_values(
        indicator=_indicator(row["indicator"]),
        figures={place: Figure(_figure(row["figure"]), seen=1)},
        reason=row["reason"],
        on=row["day"],
        by=by,
    )


def judge_data(row: dict[str, Any], *, by: Any) -> None:
    """Judge the data of one indicator."""
    indicator = _indicator(row["indicator"])
    judge_quality(
        indicator=indicator,
        version=indicator.version,
        judged={name: tuple(said) for name, said in row["dimensions"].items()},
        day=row["day"],
        on=row["day"],
        by=by,
    )


def enter_challenge(row: dict[str, Any], *, by: Any) -> None:
    """Record a challenge by a district, with its answer where there is one."""
    day: date = row["day"]
    made = challenge(
        indicator=_indicator(row["indicator"]),
        challenger=Partnership.objects.select_related("scope").get(reference=row["challenger"]),
        day=day,
        asked=row["asked"],
        on=day,
        by=by,
    )
    if "answer" in row:
        answer_challenge(
            challenge=made,
            version=made.version,
            answered_on=row["answered_on"],
            answer=row["answer"],
            on=row["answered_on"],
            by=by,
        )


def _worked_out(about: dict[str, Any], place: int, period: Period) -> Decimal:
    """Return the figure of a period: `place` is 0 for the city, then the districts in order."""
    year, number = period
    if number:
        step = (year.begins - FIRST_QUARTER.year.begins) * 4 + number - 1
        of = QUARTERS
    else:
        step, of = year.begins - FIRST_YEAR.begins, YEARS
    start, end = _figure(about["start"]) or Decimal(0), _figure(about["end"]) or Decimal(0)
    straight = start + (end - start) * step / of
    if place:
        straight += _figure(about["by_area"][place - 1]) or Decimal(0)
    strays = STRAYS[(step * 2 + place) % len(STRAYS)]
    places = Decimal(1) if about["unit"] == "people" else Decimal("0.1")
    return (straight * (100 + strays) / 100).quantize(places)


def _figure(value: Any) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def _quarter(slug: str) -> Quarter:
    found = read_quarter(slug)
    if found is None:
        raise ValueError(f"{slug} is no quarter.")
    return found


def _area(name: str) -> int:
    return Area.objects.get(name=name).pk


def _indicator(reference: str) -> Indicator:
    found: Indicator = Indicator.objects.select_related("partnership__scope").get(
        reference=reference, partnership__reference=rows()["partnership"]
    )
    return found
