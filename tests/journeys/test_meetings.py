"""Can last night's board be logged, with attendance and decisions, by keyboard alone?"""

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from govreg.core import clock
from govreg.core.ui.words import long_date

from .people import Desk, Person

pytestmark = pytest.mark.journey
WEST = "/partnerships/dp-west/"


def type_date(person: Person, day) -> None:
    for box, value in (("Day", day.day), ("Month", day.month), ("Year", day.year)):
        person.type_into(box, str(value))


def mark(person: Person, organisation: str, state: str) -> None:
    """Go to a member's line with Tab and choose with the arrow keys."""
    line = person.page.get_by_role("group", name=organisation)
    person.tab_to(line.locator("input:checked"))
    for _press in range(5):
        if line.get_by_label(state, exact=True).is_checked():
            return
        person.page.keyboard.press("ArrowDown")
    raise AssertionError(f"{organisation} could not be marked {state}.")


def test_log_last_nights_board_with_attendance_and_decisions(desk: Desk):
    yesterday = clock.today() - timedelta(days=1)
    manager = desk.sit("area.manager.west")
    manager.go(WEST)
    manager.follow("People and meetings")
    manager.follow("Executive group")
    manager.follow("Log or plan a meeting")
    type_date(manager, yesterday)
    manager.type_into("Starts at", "6.30pm")
    manager.type_into("Place", "Town hall")
    manager.press("Save and go on")
    manager.sees("was logged")
    mark(manager, "Education Leeds", "Apologies")
    mark(manager, "West Yorkshire Police", "Substitute")
    instead = manager.page.get_by_label("Who came instead? For West Yorkshire Police")
    expect(instead).to_be_visible()
    manager.tab_to(instead)
    manager.page.keyboard.insert_text("Inspector")
    everyone = manager.page.get_by_label("Everyone I have not marked was present")
    manager.tab_to(everyone)
    manager.page.keyboard.press("Space")
    manager.type_into("Decision 1", "Adopt the action plan.")
    manager.type_into("Key message 1", "The plan is adopted.")
    manager.type_into("To whom message 1 goes", "Area Committees")
    manager.press("Show more lines")
    kept = manager.page.get_by_label("Decision 1 (optional)", exact=True)
    expect(kept).to_have_value("Adopt the action plan.")
    manager.type_into("Decision 8", "Meet again in May.")
    manager.press("Save the record")
    manager.sees("was saved")
    manager.sees(f"Executive group, {long_date(yesterday)}")
    for words in ("Adopt the action plan.", "Meet again in May.", "Inspector", "Not relayed yet"):
        manager.sees(words)
    manager.sees("8 members or substitutes came, of 9.")
    manager.go("/search/?words=adopt+plan")
    manager.sees("Executive group")
