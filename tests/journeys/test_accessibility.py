"""Is every page, in every state, free of what axe finds, and narrow enough for a telephone?"""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from .conftest import ROOT, environment, serving
from .reader import Reader

pytestmark = pytest.mark.journey
#: States that no address alone leads to: who sees them, where, and with which answer.
STATES = [
    ("auditor", "/actions/?words=nothinghasthis", 200, "empty list"),
    ("auditor", "/actions/?sort=-due&page=2", 200, "sorted, second page"),
    ("auditor", "/recommendations/?state=in-progress", 200, "filtered"),
    ("auditor", "/search/?words=risk", 200, "found"),
    ("auditor", "/search/?words=nothinghasthis", 200, "nothing found"),
    ("auditor", "/history/?words=nothinghasthis", 200, "nothing found"),
    ("auditor", "/reports/leeds-2005/review/", 200, ""),
    ("auditor", "/reports/leeds-2007/review/", 200, ""),
    ("auditor", "/reports/leeds-2007/progress/", 200, ""),
    ("auditor", "/reports/west-2008/review/", 200, "draft"),
    ("auditor", "/reports/leeds-2007/review/?as-at=1+February+2008", 200, "as at a past day"),
    ("auditor", "/reports/leeds-2007/review/?as-at=yesterday", 400, "not a day"),
    ("officer.c", "/administration/people/", 403, "refused by role"),
    ("officer.c", "/nowhere/", 404, "not found"),
    ("auditor", "/reviews/leeds-2007/change/", 403, "refused by a rule"),
]


@pytest.fixture(scope="module")
def folder(prepared: Path, tmp_path_factory) -> Path:
    """A register of this module's own."""
    folder = tmp_path_factory.mktemp("accessible") / "var"
    shutil.copytree(prepared, folder, symlinks=True)
    return folder


@pytest.fixture(scope="module")
def pages(folder: Path) -> list[tuple[str, str]]:
    """Every page, with somebody who may open it, once every kind of record has every state."""
    made = subprocess.run(
        [sys.executable, "-m", "tests.journeys.every_page"],
        cwd=ROOT,
        env=environment(folder),
        check=True,
        capture_output=True,
        text=True,
    )
    return json.loads(made.stdout.splitlines()[-1])


@pytest.fixture(scope="module")
def reader(browser: Browser, pages, folder: Path) -> Iterator[Reader]:
    with serving(folder) as address:
        reader = Reader(browser, address)
        yield reader
        reader.close()


def in_words(wrong) -> str:
    return "\n".join(f"{where}: {rule} {nodes}" for where, rule, nodes in wrong)


def test_every_page_and_every_form_with_errors(reader: Reader, pages):
    for where, name in pages:
        reader.open(name, where)
        reader.send_empty(name, where)
    assert len(reader.read) > 150
    assert not reader.wrong, in_words(reader.wrong)


def test_states_that_no_address_alone_leads_to(reader: Reader):
    reader.read, reader.wrong = [], []
    for name, where, status, state in STATES:
        reader.open(name, where, status=status, state=state)
    meet_a_conflict(reader)
    assert len(reader.read) == len(STATES) + 2
    assert not reader.wrong, in_words(reader.wrong)


def meet_a_conflict(reader: Reader) -> None:
    """Save a section from two windows; the first shows that it was saved, the second both texts."""
    section = "/reviews/west-2008/sections/{}/write/"
    first = reader.desk("auditor")
    first.goto("/reviews/west-2008/")
    address = first.get_by_role("link", name="1 What was found").first.get_attribute("href")
    number = (address or "").rstrip("/").split("/")[-1]
    second = first.context.new_page()
    for page, text in ((first, "Mine."), (second, "Theirs.")):
        page.goto(section.format(number))
        page.locator("textarea[name=body]").fill(text)
    for page, state in ((first, "saved"), (second, "conflict")):
        with page.expect_navigation():
            page.get_by_role("button", name="Save section").click()
        reader.look(page, state)
    second.close()


def test_a_fault_of_the_page_is_found(reader: Reader):
    reader.wrong = []
    page = reader.desk("")
    page.goto("/sign-in/")
    page.evaluate("document.querySelector('h1').outerHTML = '<img src=\"/x\"><h1></h1>'")
    page.evaluate("document.body.style.minWidth = '900px'")
    reader.look(page)
    rules = {rule for _where, rule, _nodes in reader.wrong}
    assert {"image-alt", "empty-heading", "scrolls sideways at 320 pixels"} <= rules
