"""Can a new version of the terms of reference be put in its place, by keyboard alone?"""

from datetime import date, timedelta

import pytest

from govreg.core import clock
from govreg.core.ui.words import long_date
from tests.partnerships.papers import docx

from .people import Desk, Person

pytestmark = pytest.mark.journey
WEST = "/partnerships/dp-west/"


def type_date(person: Person, legend: str, day: date) -> None:
    group = person.page.get_by_role("group", name=legend)
    for box, value in (("Day", day.day), ("Month", day.month), ("Year", day.year)):
        person.tab_to(group.get_by_label(box, exact=True))
        person.page.keyboard.insert_text(str(value))


def test_put_a_new_version_of_the_terms_of_reference_with_its_review_date(desk: Desk, tmp_path):
    yesterday = clock.today() - timedelta(days=1)
    due = clock.today() + timedelta(days=364)
    paper = tmp_path / "terms-2.docx"
    paper.write_bytes(docx("The giraffe clause").read())
    manager = desk.sit("area.manager.west")
    manager.go(WEST)
    manager.follow("Documents")
    manager.follow("Terms of reference")
    manager.sees("No date set")
    manager.follow("Add a version")
    manager.type_into("Version", "2")
    manager.attach("Files", str(paper))
    manager.choose("In force")
    manager.pick("Body that agreed it", "Executive group")
    type_date(manager, "Agreed on", yesterday)
    type_date(manager, "In force from", clock.today())
    type_date(manager, "Next review due", due)
    manager.press("Add the version")
    manager.sees("Version 2 was added.")
    manager.sees(f"Agreed by Executive group on {long_date(yesterday)}.")
    manager.sees("It superseded version as reviewed.")
    manager.sees(f"In force until {long_date(yesterday)}.")
    manager.sees(long_date(due))
    manager.go("/search/?words=giraffe+clause")
    manager.sees("terms-2.docx, Terms of reference")
    manager.go(WEST)
    manager.sees("is to be reviewed by " + long_date(due))
