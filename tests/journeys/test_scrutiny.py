"""Can a report to scrutiny be written and issued, and be read on a telephone down to an action?"""

import pytest

from .people import Desk
from .test_reports import wait_until_ready

pytestmark = pytest.mark.journey


def test_from_a_section_to_the_history_of_a_red_action(scripted_desk: Desk):
    clerk = scripted_desk.sit("democratic.services")
    clerk.go("/scrutiny/")
    clerk.follow("District Partnerships")
    clerk.sees("No version has been issued")
    clerk.follow("Purpose of report")
    clerk.type_into("Text", "It tells of three months.\n\n[weather]")
    clerk.press("Save")
    clerk.sees("Nothing stands for [weather]")
    clerk.type_into("Text", "It tells of three months.\n\n[late answers]")
    clerk.press("Save")
    clerk.sees("“Purpose of report” was saved.")
    clerk.sees("No late answer has come in")
    clerk.follow("Issue it")
    clerk.sees("Its tables refresh no more")
    clerk.press("Issue version 1")
    wait_until_ready(clerk)

    member = scripted_desk.sit("scrutiny.member", width=375)
    member.go("/scrutiny/")
    member.follow("District Partnerships")
    member.follow("Version 1")
    member.sees("It tells of three months.")
    member.sees("61")
    page = member.page
    assert page.evaluate("document.documentElement.scrollWidth") <= 375
    member.follow("8 red, Total/Average %")
    member.sees("8 actions")
    member.tab_to(page.locator("tbody a").first)
    page.keyboard.press("Enter")
    member.sees("Quarter by quarter")
    member.follow("History of this action")
    member.sees("Answered for Quarter 3 2006/07")
