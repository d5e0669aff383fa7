"""Can a report be read, previewed, issued, compared and taken away by keyboard alone?"""

import hashlib
import re

import pytest

from .people import Desk, Person

pytestmark = pytest.mark.journey
REVIEW = "/reviews/leeds-2007/"
ACTION = "Put the Risk Management Plan to the ISCB"
DONE = "The plan was put to the ISCB in November."
VERSION = re.compile(r"leeds-2007.*\.pdf")


def issue(person: Person, *, version: int, what_changed: str = "") -> None:
    """Issue the action plan with progress, through the page that says what that does."""
    person.go(REVIEW)
    person.follow("All reports and issued versions")
    person.follow(re.compile("Issue (a further version of )?the action plan with progress"))
    person.sees(f"Version {version} of the action plan with progress is printed")
    person.sees("It can never be changed or removed.")
    if what_changed:
        person.type_into("What changed since the version before", what_changed)
    person.press(f"Issue version {version}")
    person.sees("You need not wait here")
    wait_until_ready(person)
    person.follow(re.compile(f"Open .*version {version}"))
    person.sees(f"version {version}")


def wait_until_ready(person: Person) -> None:
    """Wait for the page to say so; where it has no script, look again and again."""
    ready = person.page.locator("main").get_by_text("It was made on")
    for _look in range(60):
        if ready.count():
            return
        again = person.page.get_by_role("link", name="Look again")
        if not person.javascript and again.count():
            person.follow("Look again")
        person.page.wait_for_timeout(500)
    raise AssertionError("The report was not made in half a minute.")


def digest_shown(person: Person) -> str:
    return person.page.locator(".report-digest").inner_text().strip()


def record_progress(person: Person) -> None:
    person.follow(ACTION)
    person.follow("Record progress")
    person.choose("On track")
    person.type_into("What has been done since the last update?", DONE)
    person.press("Submit update")
    person.sees("Your progress update was submitted")


def test_a_report_is_previewed_issued_twice_compared_and_never_changes(desk: Desk):
    auditor = desk.sit("auditor")
    auditor.go(REVIEW)
    auditor.follow("Read the review report")
    auditor.sees("Risk management should be embedded in every part of the Children's Trust")
    assert auditor.download("Download this as a PDF").startswith(b"%PDF-")

    issue(auditor, version=1)
    first = auditor.page.url
    issued = auditor.download(VERSION)
    assert digest_shown(auditor) == hashlib.sha256(issued).hexdigest()

    record_progress(desk.sit("officer.c"))
    issue(auditor, version=2, what_changed="Progress on recommendation 9 since version 1.")
    auditor.sees("Progress on recommendation 9 since version 1.")
    auditor.sees(DONE)
    later = auditor.download(VERSION)
    assert digest_shown(auditor) == hashlib.sha256(later).hexdigest()
    assert later != issued

    auditor.follow("Compare with another version")
    auditor.sees("between version 1 and version 2")
    auditor.sees(DONE)
    auditor.pick("Later version", auditor.page.locator("#from option").first.inner_text())
    auditor.press("Compare")
    auditor.sees("Versions 1 and 1 say the same.")

    auditor.go(first)
    auditor.sees("A later version of this report has been issued")
    assert auditor.page.get_by_text(DONE).count() == 0
    assert auditor.download(VERSION) == issued
    assert digest_shown(auditor) == hashlib.sha256(issued).hexdigest()


def test_a_scrutiny_member_reads_the_issued_version_on_a_small_screen(desk: Desk):
    issue(desk.sit("auditor"), version=1)
    member = desk.sit("scrutiny.member", width=375)
    member.go(REVIEW)
    member.follow("Action plan with progress, version 1")
    member.sees("This is the first version")
    member.sees("Risk management should be embedded in every part of the Children's Trust")
    width = member.page.evaluate("document.documentElement.scrollWidth")
    assert width <= 375
    assert member.page.get_by_role("link", name=re.compile("^Issue")).count() == 0
    assert member.download(VERSION).startswith(b"%PDF-")


def test_a_reader_narrows_the_history_and_opens_that_of_one_record(desk: Desk):
    record_progress(desk.sit("officer.c"))
    reader = desk.sit("auditor")
    reader.go("/history/")
    reader.pick("Who", "Partnerships Officer")
    for part, typed in (("Day", "15"), ("Month", "10"), ("Year", "2007")):
        for group in ("From", "To"):
            boxes = reader.page.get_by_role("group", name=group, exact=True)
            reader.tab_to(boxes.get_by_label(part))
            reader.page.keyboard.insert_text(typed)
    reader.type_into("Words in what was done or why", "response")
    reader.press("Show")
    reader.sees("Wrote a management response")
    shown = reader.page.locator(".app-timeline__who").all_inner_texts()
    assert shown
    assert all(who.startswith("Partnerships Officer, 15 October 2007") for who in shown)

    reader.follow(re.compile("Recommendation 9 of"))
    reader.follow("History")
    reader.sees("Recorded progress")
    reader.sees(DONE)
    reader.sees("Added a recommendation")
