"""What does every page know?"""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch

from govreg.core.access import factors

from . import navigation
from .addresses import address_of
from .sections import ShownSections

SERVICE_NAME = "Partnership governance register"


def page(request: HttpRequest) -> dict[str, Any]:
    """Return the council's name, the service's, the navigation and where one signs in and out.

    It must not fail on a page that is itself about a failure, so it asks for nothing that a
    request without a session would not have.
    """
    user = getattr(request, "user", None)
    return {
        "council_name": settings.COUNCIL_NAME,
        "service_name": SERVICE_NAME,
        "navigation": _Navigation(user, request),
        "home_url": address("home") or "/",
        "sign_in_url": address("accounts:sign-in"),
        "sign_out_url": address("accounts:sign-out"),
        "account_url": address("accounts:account"),
    }


class _Navigation:
    """The links of this user, worked out when the page first asks: an export never does."""

    def __init__(self, user: Any, request: HttpRequest) -> None:
        self._user = user
        self._request = request
        self._items: list[navigation.NavigationItem] | None = None
        self._shown: list[navigation.ShownItem] | None = None

    def __iter__(self) -> Any:
        if self._shown is None:
            self._shown = navigation.shown_items(self._allowed(), self._request.path)
        return iter(self._shown)

    def pages_here(self) -> ShownSections | None:
        """Return the pages beside this one that stand under the same item."""
        return navigation.pages_at(self._allowed(), self._request.path)

    def _allowed(self) -> list[navigation.NavigationItem]:
        if self._items is None:
            # The user comes first: a request without a session has none.
            items = navigation.items_for(self._user)
            self._items = [] if items and factors.is_awaited(self._request) else items
        return self._items

    def __len__(self) -> int:
        return len(list(iter(self)))


def address(url_name: str) -> str:
    """Return the address of a page, or nothing when this deployment has no such page."""
    try:
        return address_of(url_name)
    except NoReverseMatch:
        return ""
