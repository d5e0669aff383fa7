"""What do a partnership and a framework show of alignment?"""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any

from govreg.core.prepared import prepared
from partnerships.models import (
    Partnership,
    StrategicFramework,
    StrategicTheme,
    ThemeContribution,
)


@dataclass(frozen=True, slots=True)
class ThemeLine:
    """One theme with what a partnership states of it, if anything."""

    theme: StrategicTheme
    statement: ThemeContribution | None


@dataclass(frozen=True, slots=True)
class FrameworkLines:
    """One framework with its themes."""

    framework: StrategicFramework
    lines: list[ThemeLine]

    @property
    def stated(self) -> int:
        """To how many of the themes the partnership contributes."""
        return sum(line.statement is not None for line in self.lines)


def alignment_of(partnership: Partnership, *, on: date) -> list[FrameworkLines]:
    """Return the frameworks in force with what a partnership contributes to each theme.

    Those to which it contributes come first.
    """
    mine = ThemeContribution.objects.filter(partnership=partnership)
    stated = {row.theme_id: row for row in mine.standing(on=on)}  # type: ignore[attr-defined]
    frameworks = StrategicFramework.objects.in_force(on=on).prefetch_related("themes")
    found = [
        FrameworkLines(one, [ThemeLine(t, stated.get(t.pk)) for t in one.themes.all()])
        for one in frameworks
    ]
    return sorted(found, key=lambda one: one.stated == 0)


def themes_contributed_to(partnerships: list[Any], *, on: date) -> Counter[int]:
    """Return to how many themes of frameworks in force each partnership contributes, by key."""
    return Counter(whose for (whose,) in _contributions(keys=[p.pk for p in partnerships], on=on))


@prepared
def _contributions(keys: list[int], on: date) -> Any:
    """Return whose each contribution to a framework in force is."""
    in_force = StrategicFramework.objects.in_force(on=on).order_by().values("pk")
    rows = ThemeContribution.objects.filter(partnership__in=keys, theme__framework__in=in_force)
    standing = rows.standing(on=on).order_by()  # type: ignore[attr-defined]
    return standing.values_list("partnership_id")


@dataclass(frozen=True, slots=True)
class ContributorLine:
    """One theme of a framework with the partnerships that contribute to it."""

    theme: StrategicTheme
    partnerships: list[Partnership]


def contributors(framework: StrategicFramework, user: Any, *, on: date) -> list[ContributorLine]:
    """Return each theme with the partnerships, of those the user may see, that contribute."""
    rows = ThemeContribution.objects.filter(
        theme__framework=framework, partnership__in=Partnership.objects.visible_to(user)
    )
    found: dict[int, list[Partnership]] = {}
    standing = rows.standing(on=on).select_related("partnership")  # type: ignore[attr-defined]
    for row in standing.order_by("partnership__name"):
        found.setdefault(row.theme_id, []).append(row.partnership)
    return [ContributorLine(theme, found.get(theme.pk, [])) for theme in framework.themes.all()]
