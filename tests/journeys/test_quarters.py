"""Can a quarter be answered, chased, closed and published by keyboard, and read on a telephone?"""

import time

import pytest
from playwright.sync_api import Locator, expect

from .people import MOST_TABS, Desk, Person

pytestmark = pytest.mark.journey
MANY = 20
GRID = "/quarterly-answers/"


def rows_of(person: Person) -> Locator:
    return person.page.locator("[data-row]")


def answer_row(person: Person, row: Locator, *, red: bool) -> None:
    """Answer one row with the keys: amber or red, with its reason."""
    group = row.get_by_role("radio")
    for _press in range(MOST_TABS):
        if group.evaluate_all("all => all.includes(document.activeElement)"):
            break
        person.page.keyboard.press("Tab")
    wanted = group.nth(2 if red else 1)
    for _step in range(3):
        if not wanted.is_checked():
            person.page.keyboard.press("ArrowRight")
    person.tab_to(row.get_by_label("not green?"))
    person.page.keyboard.insert_text("Nobody could be spared." if red else "It began late.")


def test_a_lead_agency_answers_twenty_actions_by_keyboard(desk: Desk):
    police = desk.sit("police.officer")
    police.go(GRID)
    police.sees("for an answer")
    police.follow("Answer")
    assert rows_of(police).count() >= MANY
    keys = [rows_of(police).nth(n).get_attribute("data-row") for n in range(MANY)]
    begun = time.monotonic()
    for number, key in enumerate(keys):
        answer_row(police, police.page.locator(f'[data-row="{key}"]'), red=number == 0)
    police.press("Save the answers")
    assert time.monotonic() - begun < 120
    police.page.reload()
    for number, key in enumerate(keys):
        rating = "red" if number == 0 else "amber"
        expect(police.page.locator(f"#rating_{key}_{rating}")).to_be_checked()
    expect(police.page.locator(f"#reason_{keys[0]}")).to_have_value("Nobody could be spared.")


def test_a_row_is_saved_as_it_is_left(scripted_desk: Desk):
    police = scripted_desk.sit("police.officer")
    police.go(GRID)
    police.follow("Answer")
    police.page.goto(f"{police.page.url}?show=waiting")
    rows = rows_of(police)
    first, second = rows.nth(0), rows.nth(1)
    police.tab_to(first.get_by_role("radio").first)
    police.page.keyboard.press("a")
    police.page.keyboard.press("ArrowDown")
    expect(first.locator(".app-grid__said")).to_have_text("Say why the action is amber.")
    assert warned_before_leaving(police), "amber without its reason would be lost"
    expect(second.get_by_role("radio").first).to_be_focused()
    police.page.keyboard.press("g")
    police.page.keyboard.press("ArrowUp")
    expect(second.locator(".app-grid__said")).to_have_text("Saved")
    police.tab_to(first.get_by_label("not green?"))
    police.page.keyboard.insert_text("It rained.")
    police.page.keyboard.press("Tab")
    police.page.keyboard.press("Tab")
    police.page.keyboard.press("Tab")
    expect(first.locator(".app-grid__said")).to_have_text("Saved")
    assert not warned_before_leaving(police), "all is saved"
    police.page.reload()
    meet_another(scripted_desk, police)


def warned_before_leaving(person: Person) -> bool:
    """Ask the page whether it would warn of what would be lost."""
    asked = "!window.dispatchEvent(new Event('beforeunload', {cancelable: true}))"
    return bool(person.page.evaluate(asked))


def meet_another(desk: Desk, police: Person) -> None:
    """Answer a row that somebody answered meanwhile: it is saved when that is meant."""
    officer = desk.sit("partnerships.officer")
    officer.go(police.page.url)
    first = rows_of(police).nth(0)
    theirs = officer.page.locator(f'[data-row="{first.get_attribute("data-row")}"]')
    for person, row, key in ((officer, theirs, "g"), (police, first, "r")):
        row.get_by_role("radio").first.focus()
        person.page.keyboard.press(key)
        row.get_by_label("not green?").focus()
        if key == "r":
            person.page.keyboard.insert_text("No money.")
        person.page.keyboard.press("Shift+Tab")
        person.page.keyboard.press("ArrowDown")
        said = "Saved" if key == "g" else "Somebody answered meanwhile"
        expect(row.locator(".app-grid__said")).to_contain_text(said)
    expect(first.locator(".app-grid__meanwhile")).to_contain_text(": Green.")
    assert warned_before_leaving(police)
    police.tab_to(first.get_by_role("button", name="Save mine instead"))
    police.page.keyboard.press("Enter")
    expect(first.locator(".app-grid__said")).to_have_text("Saved")
    expect(first.locator(".app-grid__meanwhile")).to_have_count(0)


def test_a_quarter_is_chased_closed_and_published(scripted_desk: Desk):
    officer = scripted_desk.sit("partnerships.officer")
    officer.go("/plans/?words=Leeds+Regeneration+Plan")
    officer.follow("Leeds Regeneration Plan")
    officer.follow("Quarter 4 2006/07")
    officer.follow("Who has not answered")
    officer.sees("Partnership Officer (West Yorkshire Police)")
    officer.follow("Remind them")
    officer.press("Send the reminders")
    officer.sees("The reminders are on their way to")
    officer.follow("Close the quarter")
    officer.sees("have no answer and are counted as blank")
    officer.press("Close the quarter")
    officer.sees("Its figures are frozen.")
    officer.follow("Publish the quarter")
    officer.press("Publish the quarter")
    officer.sees("Quarter 4 2006/07 was published.")


def test_a_scrutiny_member_follows_a_red_on_a_telephone(scripted_desk: Desk):
    member = scripted_desk.sit("scrutiny.member", width=375)
    member.go("/plans/?words=Leeds+Regeneration+Plan")
    member.follow("Leeds Regeneration Plan")
    member.follow("Quarter 3 2006/07")
    member.sees("61 of 79")
    member.follow("8 red, Total/Average %")
    member.sees("8 actions")
    reference = member.page.locator("tbody a").first
    member.tab_to(reference)
    member.page.keyboard.press("Enter")
    member.sees("Quarter by quarter")
    member.follow("History of this action")
    member.sees("Answered for Quarter 3 2006/07")


def test_a_quarter_closed_meanwhile_takes_the_open_grid_as_late_answers(scripted_desk: Desk):
    police, officer = scripted_desk.sit("police.officer"), scripted_desk.sit("partnerships.officer")
    police.go(GRID)
    police.follow("Answer")
    police.page.goto(f"{police.page.url}?show=waiting")
    officer.go(police.page.url.split("answer/")[0] + "close/")
    officer.press("Close the quarter")
    first = rows_of(police).nth(0)
    police.tab_to(first.get_by_role("radio").first)
    police.page.keyboard.press("g")
    police.tab_to(rows_of(police).nth(1).get_by_role("radio").first)
    expect(first.locator(".app-grid__said")).to_contain_text("can be saved as a late answer")
    police.tab_to(first.get_by_role("button", name="Save as late answers"))
    police.page.keyboard.press("Enter")
    expect(first.locator(".app-grid__said")).to_have_text("Saved as a late answer")
    expect(first.get_by_role("button")).to_have_count(0)
