"""Can a person choose, by keyboard alone, how often they are written to, and read what is sent?"""

import pytest

from .people import Desk

pytestmark = pytest.mark.journey
ACTION = "Put the Risk Management Plan to the ISCB"


def test_from_the_account_to_the_changed_frequency_and_the_preview(desk: Desk):
    owner = desk.sit("officer.c")
    owner.go("/account/")
    owner.sees("Weekly, on Mondays")
    owner.follow("Change how often you are written to")
    owner.sees("What you would be sent today")
    owner.sees("4 actions overdue")
    owner.choose("Daily")
    owner.press("Save")
    owner.sees("You are written to daily.")
    owner.follow(ACTION)
    owner.sees("Overdue by")
    owner.go("/account/")
    owner.sees("Daily")
    owner.follow("Change how often you are written to")
    owner.choose("Never")
    owner.press("Save")
    owner.sees("You are not written to any more.")

    reader = desk.sit("scrutiny.member")
    reader.go("/digest/")
    reader.sees("Nothing waits for you, so you would be sent nothing.")
