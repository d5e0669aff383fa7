"""What stands in the navigation, and for whom?

Each register adds its own items when it starts; nothing here knows them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import NoReverseMatch

from . import sections
from .addresses import address_of


@dataclass(frozen=True, slots=True)
class NavigationItem:
    """One link; without a permission every signed-in user sees it.

    `covers` names the sort of pages (see `sections`) that it leads to beside those below it.
    """

    label: str
    url_name: str
    permission: Any = None
    position: int = 100
    covers: str = ""

    @property
    def url(self) -> str:
        """The address the link leads to."""
        return address_of(self.url_name)


@dataclass(frozen=True, slots=True)
class ShownItem:
    """One link as the page shows it."""

    label: str
    url: str
    is_here: bool
    is_exactly_here: bool


_items: dict[str, NavigationItem] = {}


def register(item: NavigationItem) -> None:
    """Add an item; the same address added again replaces the first."""
    _items[item.url_name] = item


def registered() -> list[NavigationItem]:
    """Return every item in its order."""
    return sorted(_items.values(), key=lambda item: (item.position, item.label))


def items_for(user: Any) -> list[NavigationItem]:
    """Return the items this user may follow; nobody who is not signed in sees any."""
    if not getattr(user, "is_authenticated", False):
        return []
    return [
        item
        for item in registered()
        if item.permission is None or user.may_somewhere(item.permission)
    ]


def shown_items(items: Iterable[NavigationItem], path: str) -> list[ShownItem]:
    """Return the links, with the one marked whose pages the reader is on."""
    links = [(item, url) for item in items if (url := _address(item))]
    here = max((url for _, url in links if _is_under(path, url)), key=len, default="")
    if here in ("", "/"):
        covering = (url for item, url in links if sections.is_among(item.covers, path))
        here = next(covering, here)
    return [ShownItem(item.label, url, url == here, url == path) for item, url in links]


def pages_at(items: Iterable[NavigationItem], path: str) -> sections.ShownSections | None:
    """Return the pages that an item covers, for a reader who is on one of them."""
    covering = (item for item in items if item.covers)
    found = (sections.sections_at(item.covers, path, label=item.label) for item in covering)
    return next((shown for shown in found if shown), None)


def _is_under(path: str, url: str) -> bool:
    return path == url or (url != "/" and path.startswith(url.rstrip("/") + "/"))


def _address(item: NavigationItem) -> str:
    """A link that leads nowhere yet must not take every page down with it."""
    try:
        return item.url
    except NoReverseMatch:
        return ""
