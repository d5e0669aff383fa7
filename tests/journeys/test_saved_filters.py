"""Can a way of looking at the tracker be kept and shared by keyboard alone, and found by others?"""

import pytest
from playwright.sync_api import expect

from .people import Desk

pytestmark = pytest.mark.journey


def test_a_filter_that_one_person_shares_another_finds(scripted_desk: Desk):
    auditor = scripted_desk.sit("auditor")
    auditor.go("/actions/")
    auditor.type_into("Words", "Risk Management Plan")
    auditor.press("Show")
    auditor.follow("Save this filter")
    auditor.press("Save the filter")
    auditor.sees("Enter the name of the filter")
    auditor.type_into("Name of the filter", "The risk plan")
    auditor.tab_to(auditor.page.get_by_label("Share it with everybody"))
    auditor.page.keyboard.press("Space")
    auditor.press("Save the filter")
    auditor.sees("The filter “The risk plan” was saved.")

    owner = scripted_desk.sit("officer.c")
    owner.go("/actions/")
    owner.sees("The risk plan (shared by")
    owner.follow("The risk plan")
    expect(owner.page.get_by_label("Words")).to_have_value("Risk Management Plan")
    owner.sees("Put the Risk Management Plan to the ISCB")
    chosen = owner.page.get_by_role("navigation", name="Saved filters").get_by_role("link")
    expect(chosen.first).to_have_attribute("aria-current", "true")
