"""Can an administrator remove a person's data by keyboard alone, and does the seal still hold?"""

import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import ROOT, environment
from .people import Desk, Person

pytestmark = pytest.mark.journey
ACTION = "Put the Risk Management Plan to the ISCB"
NAME = "Zuleika Dobson"
SAID = f"{NAME} has drafted the plan."
REASON = "Asked for in writing on the third of the month."


def manage(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=environment(folder),
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def mention(owner: Person) -> None:
    owner.follow(ACTION)
    owner.follow("Record progress")
    owner.choose("On track")
    owner.type_into("What has been done since the last update?", SAID)
    owner.press("Submit update")
    owner.sees(SAID)


def look_for(administrator: Person, words: str) -> None:
    administrator.go("/administration/")
    administrator.follow("Remove a person’s data")
    administrator.follow("Look for a person’s data")
    administrator.type_into("Name, address or other words", words)
    administrator.press("Look for it")


def test_a_persons_data_is_found_removed_and_the_history_says_so(desk: Desk, tmp_path: Path):
    owner = desk.sit("officer.c")
    mention(owner)
    digest = manage(tmp_path / "var", "seal_history").split()[-1]
    administrator = desk.sit("administrator")
    look_for(administrator, NAME)
    administrator.sees("1 text in records or their history holds")
    administrator.press("Continue")
    administrator.sees("There is a problem")
    administrator.choose("UK GDPR article 17: the person asked, and erasure is due")
    administrator.type_into("Reason", REASON)
    administrator.press("Continue")
    administrator.sees("Nobody can bring them back")
    administrator.press("Remove for good")
    administrator.sees("The data was removed: R1")
    administrator.sees(REASON)
    assert NAME not in administrator.page.content()
    look_for(administrator, NAME)
    administrator.sees("Nothing to remove")
    owner.page.reload()
    owner.sees("[redacted R1]")
    assert NAME not in owner.page.content()
    owner.follow("History")
    owner.sees("[redacted R1]")
    owner.sees("Removed a person’s data")
    assert NAME not in owner.page.content()
    assert manage(tmp_path / "var", "verify_history", "--expect", digest)


def test_what_is_due_leads_to_the_removal(desk: Desk):
    administrator = desk.sit("administrator")
    administrator.go("/administration/")
    administrator.follow("Retention schedule")
    administrator.follow("What is due under the retention schedule")
    administrator.sees("Nothing is removed by itself: look at each, and decide.")
    headings = administrator.page.locator("main h2").all_inner_texts()
    assert len(headings) >= 5
    administrator.sees("Kept for 6 years: due are those from before")
