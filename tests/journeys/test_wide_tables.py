"""Does a wide table fit its page, or say that it goes on, and stack on a telephone?"""

import pytest
from playwright.sync_api import expect

from .people import Desk, Person

pytestmark = pytest.mark.journey
NOTE = ".app-scroll__note"


def overflowing(person: Person) -> int:
    """How many frames hold more than they show."""
    return person.page.locator(".app-scroll").evaluate_all(
        "all => all.filter(one => one.scrollWidth > one.clientWidth + 1).length"
    )


def test_wide_lists_fit_the_page_or_say_that_they_go_on(scripted_desk: Desk):
    officer = scripted_desk.sit("partnerships.officer", width=1200)
    for fitting in ("/actions/", "/partnerships/leeds-initiative/area-comparison/"):
        officer.go(fitting)
        assert overflowing(officer) == 0, fitting
        expect(officer.page.locator(NOTE)).to_have_count(0)
    officer.go("/membership-gaps/")
    expect(officer.page.locator(NOTE)).to_have_text(
        "Wider than the page: scroll it sideways to see the rest."
    )
    frame = officer.page.locator(".app-scroll--wide")
    frame.focus()
    expect(frame).to_be_focused()


def test_the_tables_of_a_scrutiny_report_stack_on_a_telephone(desk: Desk):
    officer = desk.sit("partnerships.officer", width=375)
    officer.go("/scrutiny/")
    officer.follow("District Partnerships")
    assert overflowing(officer) == 0


def test_a_quarter_is_read_on_a_telephone_without_going_sideways(desk: Desk):
    manager = desk.sit("area.manager.west", width=375)
    manager.go("/plans/1/quarters/2006-07-q3/")
    assert overflowing(manager) == 0
    row = manager.page.locator(".app-progress tbody tr").filter(has_text="North East")
    expect(row).to_have_css("display", "grid")
    label = row.locator("td").nth(1).evaluate("cell => getComputedStyle(cell, '::before').content")
    assert "Green" in label
    expect(manager.page.locator(".app-chart-narrow svg").first).to_be_visible()
    expect(manager.page.locator(".app-chart-wide svg").first).to_be_hidden()
