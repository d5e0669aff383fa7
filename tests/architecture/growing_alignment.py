"""Which frameworks, themes and contributions can a story add one by one, and who shows them?"""

from collections.abc import Callable
from typing import Any

from govreg.core import clock
from partnerships.models import Partnership, StrategicFramework
from partnerships.services.alignment import add_framework, add_theme, state_contribution
from tests.people import Cast

from .growing import partnership, trust


def framework(cast: Cast, i: int) -> None:
    values = {"name": f"Grown {i}", "kind": "other"}
    made = add_framework(values=values, by=cast.administrator)
    theme = add_theme(framework=made, values={"name": f"Grown {i}"}, by=cast.administrator)
    _state(cast, trust(), theme, i)


def contributor(cast: Cast, i: int) -> None:
    """One more partnership that contributes to one theme."""
    partnership(cast, i)
    other = Partnership.objects.order_by("-pk")[0]
    vision = StrategicFramework.objects.get(name="Vision for Leeds")
    _state(cast, other, vision.themes.get(name="Learning"), i)


def _state(cast: Cast, contributing: Partnership, theme: Any, i: int) -> None:
    values = {"day": clock.today(), "contributes": True, "actions": f"Grown {i}"}
    by = cast.partnerships_officer
    state_contribution(partnership=contributing, theme=theme, values=values, by=by)


def vision() -> int:
    return StrategicFramework.objects.get(name="Vision for Leeds").pk


GROWING: list[tuple[Callable[[Cast, int], Any], list[tuple[str, str]]]] = [
    (
        framework,
        [
            ("lead_officer", "/partnerships/children-leeds/alignment/"),
            ("administrator", "/frameworks/"),
        ],
    ),
    (
        contributor,
        [
            ("auditor", "/alignment/?standing=all"),
            ("auditor", "/alignment/?standing=aligned&name=Grown&export=csv"),
            ("auditor", "/frameworks/{vision}/"),
        ],
    ),
]
