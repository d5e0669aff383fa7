"""How are the demonstration's strategies, and what partnerships contribute to them, entered?"""

from typing import Any

from partnerships.models import Partnership, StrategicFramework, StrategicTheme
from partnerships.services.alignment import add_framework, add_theme, state_contribution

from .files import read, text

KINDS = {"aims": "aim", "themes": "theme", "outcomes": "outcome"}


def framework_rows() -> list[dict[str, Any]]:
    """Return the strategies of the demonstration."""
    rows: list[dict[str, Any]] = read("alignment")["frameworks"]
    return rows


def contribution_rows() -> list[dict[str, Any]]:
    """Return what the reviews found of contributions, in the order in which they found it."""
    rows: list[dict[str, Any]] = read("alignment")["contributions"]
    return sorted(rows, key=lambda row: row["stated_on"])


def enter_framework(row: dict[str, Any], *, by: Any) -> StrategicFramework:
    """Enter one strategy with its aims, themes and outcomes."""
    framework = add_framework(
        values={
            "name": row["name"],
            "kind": row["kind"],
            "period": text(row["period"]),
            "note": text(row["note"]),
        },
        by=by,
    )
    for listed, kind in KINDS.items():
        for position, name in enumerate(row[listed], start=1):
            values = {"kind": kind, "name": name, "position": position}
            add_theme(framework=framework, values=values, by=by)
    return framework


def enter_contributions(row: dict[str, Any], *, by: Any) -> None:
    """Enter what one or several partnerships contribute to the parts of a strategy."""
    name = next(one["name"] for one in framework_rows() if one["key"] == row["to"])
    themes = StrategicTheme.objects.filter(framework__name=name, kind__in=row["kinds"])
    said = {part: text(row[part]) for part in ("vision", "priorities", "actions")}
    found = Partnership.objects.select_related("scope").filter(reference__in=row["partnerships"])
    for partnership in found:
        for theme in themes.select_related("framework"):
            values = {"day": row["stated_on"], "contributes": True, **said}
            state_contribution(partnership=partnership, theme=theme, values=values, by=by)
