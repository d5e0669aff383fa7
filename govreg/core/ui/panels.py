"""What do the upper registers show on a lower register's page?

A page asks for its panels by name; who registered them it does not know.
"""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.safestring import SafeString

Render = Callable[[HttpRequest, Any], SafeString | str]


@dataclass(frozen=True, slots=True)
class Panel:
    """One part of a page, made by another app; it gives "" when it has nothing to show."""

    page: str
    position: int
    render: Render


_panels: defaultdict[str, list[Panel]] = defaultdict(list)


def register(*, page: str, render: Render, position: int = 100) -> None:
    """Add a panel to every page of this name; adding the same function again changes nothing."""
    if all(panel.render is not render for panel in _panels[page]):
        _panels[page].append(Panel(page=page, position=position, render=render))


def panels_for(page: str, request: HttpRequest, thing: Any) -> list[SafeString | str]:
    """Return what the page's panels show for this thing, in their order, without the empty."""
    ordered = sorted(_panels.get(page, ()), key=lambda panel: panel.position)
    shown = (panel.render(request, thing) for panel in ordered)
    return [html for html in shown if html]
