"""Can a review be written, met by a conflict, discussed and issued by keyboard alone?"""

import pytest

from .people import Desk

pytestmark = pytest.mark.journey
REVIEW = "/reviews/west-2008/"


def open_section(person) -> None:
    person.go(REVIEW)
    person.follow("1 What was found")
    person.follow("Write this section")


def test_a_section_is_written_with_a_preview_that_saves_nothing(desk: Desk):
    auditor = desk.sit("auditor")
    open_section(auditor)
    auditor.type_into("Text", "The board **met** twice.\n\n[recommendation 1]")
    auditor.press("Preview")
    auditor.sees("Preview, not saved")
    auditor.sees("Here the box of recommendation 1 is printed")
    assert auditor.page.locator(".app-preview strong").inner_text() == "met"
    auditor.press("Save section")
    auditor.sees("Section 1 was saved")
    auditor.sees("The board met twice.")


def test_two_writers_meet_and_nothing_is_lost(desk: Desk):
    first, second = desk.sit("auditor"), desk.sit("auditor")
    open_section(first)
    open_section(second)
    first.type_into("Text", "What the first one wrote.")
    first.press("Save section")
    second.type_into("Text", "What the second one wrote.")
    second.press("Save section")
    second.sees("saved this record")
    second.sees("What the first one wrote.")
    second.sees("What the second one wrote.")
    second.type_into("Text", "What both wrote.")
    second.press("Save section")
    second.sees("Section 1 was saved")
    second.sees("What both wrote.")
    second.go(REVIEW)
    second.follow("History of this review")
    second.sees("What the first one wrote.")


def test_a_review_is_discussed_and_issued_and_its_wording_is_locked(desk: Desk):
    auditor = desk.sit("auditor")
    auditor.go(REVIEW)
    auditor.sees("Discuss the draft with officers first")
    auditor.follow("Record that it was discussed")
    auditor.press("It was discussed")
    auditor.follow("Issue the review")
    auditor.sees("are locked")
    auditor.press("Issue")
    auditor.sees("The review is issued")
    auditor.follow("1 What was found")
    assert auditor.page.get_by_role("link", name="Write this section").count() == 0
