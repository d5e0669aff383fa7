"""Can a follow-up report be prepared, read, issued and decided on by keyboard alone?"""

import pytest

from .people import Desk, Person
from .test_reports import wait_until_ready

pytestmark = pytest.mark.journey
TITLE = "Follow-up of audit recommendations, spring"


def type_day(person: Person, day: str, month: str, year: str, *, of: str) -> None:
    group = person.page.get_by_role("group", name=of)
    for box, value in (("Day", day), ("Month", month), ("Year", year)):
        group.get_by_label(box).fill(value)


def test_from_preparing_a_report_to_the_work_programme(desk: Desk):
    clerk = desk.sit("democratic.services")
    clerk.go("/follow-up/")
    clerk.follow("Prepare a follow-up report")
    clerk.press("Prepare the report")
    clerk.sees("Answer the question: What is it called?")
    clerk.type_into("What is it called?", TITLE)
    clerk.type_into("For which committee?", "Audit Committee")
    type_day(clerk, "1", "11", "2007", of="Day of the last meeting")
    clerk.press("Prepare the report")
    clerk.sees("Read it before you issue it")
    clerk.sees("No version has been issued")
    clerk.sees("D. Overdue")
    clerk.type_into("Read it as at", "1 February 2008")
    clerk.press("Show")
    clerk.sees("As at 1 February 2008, not issued")
    clerk.follow("Issue it")
    clerk.sees("It can never be changed or removed.")
    clerk.press("Issue version 1")
    wait_until_ready(clerk)
    clerk.follow(f"Open {TITLE}, version 1")
    clerk.sees("A copy is true when its SHA-256 digest is the one above")
    clerk.follow("Record a decision")
    clerk.choose("Further scrutiny")
    clerk.type_into("Minute reference", "7.2")
    clerk.type_into("The decision in the words of the minutes", "The committee wants to see more.")
    clerk.press("Record the decision")
    clerk.sees("Say what is to come before the committee")
    clerk.type_into("What is to come before the committee?", "A report on exit arrangements")
    clerk.press("Record the decision")
    clerk.sees("Further scrutiny, minute 7.2")
    clerk.go("/work-programme/")
    clerk.sees("A report on exit arrangements")

    member = desk.sit("scrutiny.member")
    member.go("/follow-up/")
    member.follow(TITLE)
    member.follow("Version 1")
    member.sees("The committee wants to see more.")
    assert not member.page.get_by_role("link", name="Record a decision").count()
