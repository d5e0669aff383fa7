"""Can the exit be settled and a partnership closed, and its membership kept, by keyboard alone?"""

from datetime import date, timedelta

import pytest

from govreg.core import clock
from govreg.core.ui.words import long_date

from .people import Desk, Person

pytestmark = pytest.mark.journey
WEST = "/partnerships/dp-west/"
#: With JavaScript and without: what was closed once is closed.
CLOSING = {True: "/partnerships/dp-south/", False: "/partnerships/dp-east/"}
QUESTIONS = {
    "In which circumstances does the partnership come to an end?": "When the trust takes it in.",
    "How does a membership end, and on what grounds?": "By a month’s notice.",
    "What happens to services that are being delivered?": "The trust goes on with them.",
    "What happens to the money?": "It goes back to those who gave it.",
}


def type_date(person: Person, of: str, day: date) -> None:
    boxes = person.page.get_by_role("group", name=of)
    for box, value in (("Day", day.day), ("Month", day.month), ("Year", day.year)):
        person.tab_to(boxes.get_by_label(box))
        person.page.keyboard.insert_text(str(value))


def answer(person: Person, question: str, words: str) -> None:
    """Go to a question with Tab, choose “Covered” with the arrow keys and say how."""
    asked = person.page.get_by_role("group", name=question)
    covered = asked.get_by_label("Covered", exact=True)
    person.tab_to(asked.locator("input[type=radio]:checked"))
    for _press in range(5):
        if covered.is_checked():
            break
        person.page.keyboard.press("ArrowUp")
    assert covered.is_checked()
    person.tab_to(asked.get_by_label("In words"))
    person.page.keyboard.insert_text(words)


def test_settle_the_exit_and_close_a_partnership(desk: Desk):
    officer = desk.sit("partnerships.officer")
    here = CLOSING[desk.javascript]
    officer.go(here)
    officer.sees("4 of 4 not covered.")
    officer.follow("Next stage")
    officer.choose("Winding down")
    officer.type_into("Reason, and who decided it", "The Executive Board, this month.")
    officer.press("Save the stage")
    officer.sees("is now: winding down")
    officer.follow("Next stage")
    officer.sees("It can be closed when these 4 questions are covered")
    officer.follow("Answer the exit arrangements")
    officer.follow("Change the answers")
    for question, words in QUESTIONS.items():
        answer(officer, question, words)
    officer.press("Save the answers")
    officer.sees("covered 4.")
    officer.go(f"{here}stage/")
    officer.choose("Closed")
    officer.pick("Why it ended (optional)", "It was merged into another partnership")
    type_date(officer, "Ended on", clock.today())
    officer.type_into("Reason, and who decided it", "The Executive Board, this month.")
    officer.press("Save the stage")
    officer.sees("is now: closed")
    officer.sees("It was merged into another partnership")
    officer.follow("History of this partnership")
    officer.sees("Took a partnership to the stage “Closed”")


def test_record_that_the_membership_was_reviewed(desk: Desk):
    manager = desk.sit("area.manager.west")
    manager.go(f"{WEST}members/")
    manager.follow("Record a review")
    type_date(manager, "Reviewed on", clock.today())
    manager.type_into("Reviewed by", "Annual general meeting")
    manager.type_into("What came of it", "Two members to be sought from business.")
    manager.press("Record the review")
    manager.sees("was recorded")
    manager.sees("Two members to be sought from business.")


def test_add_the_members_of_a_board_on_one_page_and_end_one(desk: Desk):
    day = clock.today() - timedelta(days=30)
    manager = desk.sit("area.manager.west")
    manager.go(f"{WEST}members/")
    manager.follow("Add several members")
    manager.pick("Body (optional)", "Executive group")
    type_date(manager, "Members from", day)
    for row, organisation in enumerate(("Audit Commission", "KPMG LLP")):
        chosen = manager.page.get_by_label("Organisation", exact=True).nth(row)
        manager.tab_to(chosen)
        names = chosen.locator("option").all_inner_texts()
        for _step in range([name.strip() for name in names].index(organisation)):
            manager.page.keyboard.press("ArrowDown")
    manager.press("Add these members")
    manager.sees("2 members were added.")
    manager.go(f"{WEST}members/?words=KPMG")
    manager.follow("KPMG LLP")
    manager.follow("End the membership")
    type_date(manager, "Last day", clock.today())
    manager.type_into("Reason", "It left the board at the annual meeting.")
    manager.press("End this membership")
    manager.sees(long_date(clock.today()))
    manager.follow("History")
    manager.sees("It left the board at the annual meeting.")
