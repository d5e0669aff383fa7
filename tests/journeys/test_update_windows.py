"""Can an officer answer eight lines of an update window in one round, by keyboard alone?"""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator

from .conftest import ROOT, environment, serving
from .people import Desk, Person

pytestmark = pytest.mark.journey
LINES = 8


@pytest.fixture
def asked(prepared: Path, tmp_path: Path) -> Iterator[str]:
    """The address of a register in which a window asks for eight lines of one officer."""
    import shutil

    folder = tmp_path / "var"
    shutil.copytree(prepared, folder, symlinks=True)
    subprocess.run(
        [sys.executable, "-m", "tests.journeys.rounds"],
        cwd=ROOT,
        env=environment(folder),
        check=True,
        capture_output=True,
    )
    with serving(folder) as found:
        yield found


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without JavaScript"])
def asked_desk(request, browser: Browser, asked: str) -> Iterator[Desk]:
    made = Desk(browser, asked, javascript=request.param)
    yield made
    made.close()


def line(person: Person, number: int) -> Locator:
    return person.page.get_by_role("group", name=f": Written line {number}", exact=False)


def fill(person: Person, number: int, rating: str, words: str, why: str = "") -> None:
    """Fill a line in with the keys."""
    group = line(person, number)
    person.tab_to(group.get_by_label("How does the action stand?"))
    person.page.keyboard.type(rating)
    person.tab_to(group.get_by_label("Per cent complete"))
    person.page.keyboard.insert_text(str(10 * number))
    if why:
        person.tab_to(group.get_by_label("Why?"))
        person.page.keyboard.insert_text(why)
    person.tab_to(group.get_by_label("What has been done since the last update?"))
    person.page.keyboard.insert_text(words)


def test_an_officers_round_of_eight_lines(asked_desk: Desk):
    owner = asked_desk.sit("officer.c")
    owner.go("/actions/mine/")
    owner.sees("Autumn update asks for your updates")
    owner.follow("Record your updates")
    for number in range(1, LINES):
        fill(owner, number, "On track", f"Done of line {number}")
    fill(owner, LINES, "Late", "Nothing of the last line")
    owner.press("Submit all that are filled in")

    owner.sees("7 updates were submitted.")
    owner.sees("Say why the action is late.")
    group = line(owner, LINES)
    kept = group.get_by_label("What has been done since the last update?")
    assert kept.input_value() == "Nothing of the last line"
    owner.tab_to(owner.page.get_by_role("link", name="Say why the action is late."))
    owner.page.keyboard.press("Enter")
    owner.tab_to(group.get_by_label("Why?"))
    owner.page.keyboard.insert_text("The post is vacant.")
    with owner.page.expect_navigation():
        owner.tab_to(group.get_by_role("button", name="Submit line"))
        owner.page.keyboard.press("Enter")
    owner.sees("1 update was submitted.")

    officer = asked_desk.sit("partnerships.officer")
    officer.go("/update-windows/")
    officer.follow("Autumn update")
    officer.page.goto(f"{officer.page.url}?answer=answered")
    for words in ("Done of line 1", "Nothing of the last line", "The post is vacant."):
        officer.sees(words)
