"""Can an action be recorded, claimed, returned, claimed again and verified by keyboard alone?"""

from pathlib import Path

import pytest

from tests import uploads

from .people import Desk

pytestmark = pytest.mark.journey
ACTION = "Put the Risk Management Plan to the ISCB"


def test_from_progress_to_verified_closure(desk: Desk, tmp_path: Path):
    evidence = tmp_path / "minutes.pdf"
    evidence.write_bytes(uploads.PDF)

    owner = desk.sit("officer.c")
    owner.follow(ACTION)
    owner.follow("Record progress")
    owner.choose("On track")
    owner.type_into("What has been done since the last update?", "The plan was put to the ISCB.")
    owner.attach("Evidence", str(evidence))
    owner.press("Submit update")
    owner.sees("Your progress update was submitted")
    owner.sees("minutes.pdf")
    where = owner.page.url

    owner.follow("Claim completion")
    owner.type_into("What was implemented?", "The plan is adopted.")
    owner.press("Claim completion")
    owner.sees("Completion was claimed")

    auditor = desk.sit("auditor")
    auditor.sees("Waiting for your verification")
    auditor.follow(ACTION)
    auditor.follow("Verify")
    auditor.choose("Partly implemented")
    auditor.type_into("What was tested, and how?", "The minutes do not show an owner.")
    auditor.press("Record verification")
    auditor.sees("returned to those responsible")

    owner.go(where)
    owner.sees("The minutes do not show an owner.")
    owner.follow("Claim completion")
    owner.type_into("What was implemented?", "The owner is now minuted.")
    owner.press("Claim completion")

    auditor.go(where)
    auditor.follow("Verify")
    auditor.choose("Implemented")
    auditor.type_into("What was tested, and how?", "Read the minutes of December.")
    auditor.press("Record verification")
    auditor.sees("The action was verified and is closed")

    auditor.follow("History")
    for words in ("Verified and closed an action", "Claimed completion", "Recorded progress"):
        auditor.sees(words)
    auditor.sees("Officer C")


def test_an_error_takes_the_writer_to_the_field_and_keeps_the_text(scripted_desk: Desk):
    owner = scripted_desk.sit("officer.c")
    owner.follow(ACTION)
    owner.follow("Record progress")
    owner.choose("Late")
    owner.type_into("What has been done since the last update?", "Nothing could be done.")
    owner.press("Submit update")
    owner.sees("There is a problem")
    owner.tab_to(owner.page.get_by_role("link", name="Say why the action is late."))
    owner.page.keyboard.press("Enter")
    focused = owner.page.evaluate("document.activeElement.name")
    assert focused == "reason"
    kept = owner.page.get_by_label("What has been done since the last update?")
    assert kept.input_value() == "Nothing could be done."
