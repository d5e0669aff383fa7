"""Does a verified action stay open until the committee has agreed, all by keyboard alone?"""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from govreg.core import clock

from .conftest import ROOT, environment, serving
from .people import MOST_TABS, Desk, Person

pytestmark = pytest.mark.journey
WHY = "The committee asks for a second test in spring."


@pytest.fixture
def committee_desk(prepared: Path, tmp_path: Path, browser: Browser) -> Iterator[Desk]:
    """A desk of a council whose committee agrees to closures; without JavaScript."""
    folder = tmp_path / "var"
    shutil.copytree(prepared, folder, symlinks=True)
    subprocess.run(
        [sys.executable, "-m", "tests.journeys.closures"],
        cwd=ROOT,
        env=environment(folder),
        check=True,
        capture_output=True,
    )
    with serving(folder) as address:
        made = Desk(browser, address, javascript=False)
        yield made
        made.close()


def decide(person: Person, title: str, decision: str) -> None:
    """Go to the choice about one action and make it with the arrow keys."""
    group = person.page.get_by_role("group", name=f"Decision on {title}")
    for _press in range(MOST_TABS):
        if group.evaluate("group => group.contains(document.activeElement)"):
            break
        person.page.keyboard.press("Tab")
    radio = group.get_by_role("radio", name=decision, exact=True)
    for _press in range(4):
        if radio.is_checked():
            return
        person.page.keyboard.press("ArrowDown")
    raise AssertionError(f"“{decision}” could not be chosen about {title}.")


def test_from_the_verification_to_what_the_committee_decided(committee_desk: Desk):
    auditor = committee_desk.sit("auditor")
    auditor.follow("Written line 3")
    where = auditor.page.url
    auditor.follow("Verify")
    auditor.choose("Implemented")
    auditor.type_into("What was tested, and how?", "Read the minutes of December.")
    auditor.press("Record verification")
    auditor.sees("Proposed for closure")

    clerk = committee_desk.sit("democratic.services")
    clerk.go("/actions/closures/")
    clerk.type_into("Committee", "Corporate Governance and Audit Committee")
    today = clock.today()
    for box, value in (("Day", today.day), ("Month", today.month), ("Year", today.year)):
        clerk.type_into(box, str(value))
    clerk.type_into("Minute reference", "Minute 12")
    decide(clerk, "Written line 1", "Agreed to close it")
    decide(clerk, "Written line 3", "Did not agree")
    clerk.press("Record the decisions")
    clerk.sees("Say why the closure was not agreed")
    clerk.type_into("Why not, for Written line 3", WHY)
    clerk.press("Record the decisions")
    clerk.sees("The decisions were recorded: 1 closed, 1 given back.")
    clerk.sees("Written line 2")

    owner = committee_desk.sit("officer.c")
    owner.go(where)
    owner.sees(WHY)
    owner.follow("Claim completion")
    owner.sees("What was implemented?")
