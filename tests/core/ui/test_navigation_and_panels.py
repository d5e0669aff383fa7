"""Do registers add to the navigation and to each other's pages, each reader seeing their own?"""

from typing import Any

import pytest
from django.test import RequestFactory
from django.utils.safestring import mark_safe

from govreg.core.ui import navigation, panels, sections
from govreg.core.ui.addresses import address_of
from govreg.core.ui.navigation import NavigationItem
from govreg.core.ui.sections import Section


class Reader:
    """Somebody signed in, with some permissions."""

    is_authenticated = True

    def __init__(self, *permissions: str) -> None:
        self.permissions = permissions

    def may_somewhere(self, permission: str) -> bool:
        return permission in self.permissions


class Stranger:
    """Somebody who is not signed in."""

    is_authenticated = False


@pytest.fixture(autouse=True)
def empty_registries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(navigation, "_items", {})
    monkeypatch.setattr(panels, "_panels", type(panels._panels)(list))


def labels(user: Any) -> list[str]:
    return [item.label for item in navigation.items_for(user)]


def test_items_stand_in_order_and_only_for_those_who_may_follow_them() -> None:
    navigation.register(NavigationItem("Later", "later", None, 20))
    navigation.register(NavigationItem("Secret", "secret", "see-secrets", 15))
    navigation.register(NavigationItem("First", "first", None, 10))
    assert labels(Reader()) == ["First", "Later"]
    assert labels(Reader("see-secrets")) == ["First", "Secret", "Later"]
    assert labels(Stranger()) == []
    assert labels(None) == []


def test_the_same_address_registered_again_replaces_the_first() -> None:
    navigation.register(NavigationItem("Old", "same"))
    navigation.register(NavigationItem("New", "same"))
    assert labels(Reader()) == ["New"]


def test_the_section_one_is_in_is_marked_and_an_address_that_is_not_there_is_left_out() -> None:
    statement = NavigationItem("Statement", "ui:accessibility-statement")
    lost = NavigationItem("Lost", "no-such:page")
    (shown,) = navigation.shown_items([statement, lost], "/accessibility/more/")
    assert shown.is_here
    assert not shown.is_exactly_here
    (elsewhere,) = navigation.shown_items([statement], "/accessibility-of-x/")
    assert not elsewhere.is_here


def test_panels_stand_in_order_and_an_empty_one_is_left_out() -> None:
    request = RequestFactory().get("/")
    panels.register(page="thing", position=20, render=lambda request, thing: mark_safe("<p>b</p>"))
    panels.register(page="thing", position=10, render=lambda request, thing: f"a {thing}")
    panels.register(page="thing", position=15, render=lambda request, thing: "")
    panels.register(page="other", render=lambda request, thing: "no")
    assert panels.panels_for("thing", request, "x") == ["a x", "<p>b</p>"]
    assert panels.panels_for("nothing", request, "x") == []


def test_the_same_panel_is_not_shown_twice() -> None:
    def render(request: Any, thing: Any) -> str:
        return "once"

    panels.register(page="thing", render=render)
    panels.register(page="thing", render=render)
    assert panels.panels_for("thing", RequestFactory().get("/"), None) == ["once"]


def test_an_item_is_marked_on_the_pages_it_covers_and_shows_them_in_groups(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sections, "_sections", type(sections._sections)(dict))
    for section in (
        Section("statement", "Statement", "ui:accessibility-statement", 10, "About"),
        Section("theme", "Theme", "ui:theme", 20, "About"),
        Section("lost", "Lost", "no-such:page", 30, "About"),
        Section("home", "Home", "home", 40),
    ):
        sections.register(section, of="things")
    item = NavigationItem("Things", "accounts:account", covers="things")
    here = address_of("ui:theme")
    (shown,) = navigation.shown_items([item], f"{here}below/")
    assert shown.is_here
    assert not shown.is_exactly_here
    assert navigation.pages_at([item], "/elsewhere/") is None
    pages = navigation.pages_at([item], here)
    assert pages is not None
    assert [group.label for group in pages.groups] == ["About", "Home"]
    assert pages.group_here is not None
    assert [(page.label, page.is_here) for page in pages.group_here.pages] == [
        ("Statement", False),
        ("Theme", True),
    ]
