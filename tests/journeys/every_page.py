"""Which pages are there in a register where every kind of record is in every state?

Run as a module against a prepared register: it brings the records about through the services, and
prints who opens which address as JSON.
"""

import json
import sys

import django

#: What is no page: files, a style sheet, and what a machine asks.
NO_PAGES = {
    "ui:theme",
    "health",
    "ready",
    "outbox:state",
    "reports:pdf",
    "reports:version-pdf",
    "follow-up:pdf",
    "follow-up:version-pdf",
    "follow-up:word",
    "follow-up:version-word",
    "scrutiny:pdf",
    "scrutiny:version-pdf",
    "scrutiny:word",
    "scrutiny:version-word",
    "scrutiny:move-up",
    "scrutiny:move-down",
    "partnership-papers:profile-pdf",
    "partnership-papers:significant-pdf",
    "recommendations:evidence",
    "recommendations:review-text",
    "partnerships:minutes",
    "partnerships:calendar",
    "partnerships:document-file",
    "partnerships:engagement-file",
    "partnerships:spreadsheet",
    "recommendations:update-sheet-file",
    "partnerships:answer-sheet-file",
    "recommendations:plan-sheet-file",
}
PEOPLE = {
    "A": "administrator",
    "P": "partnerships.officer",
    "L": "children.leeds.lead",
    "W": "area.manager.west",
    "E": "area.manager.east",
    "O": "officer.c",
    "X": "officer.d",
    "S": "senior.officer",
    "U": "auditor",
    "D": "democratic.services",
    "M": "scrutiny.member",
    "-": "",
}


def pages() -> list[tuple[str, str]]:
    """Return each address once, with somebody who may open it, and everybody's home page."""
    from django.urls import reverse

    from tests.architecture import access_world
    from tests.architecture.access_rows import expected
    from tests.architecture.access_table import ROWS
    from tests.people import cast

    world = access_world.build(cast())
    found = {}
    for row in ROWS:
        allowed = [who for who, status in expected(row.get).items() if status == 200]
        if allowed and row.name not in NO_PAGES:
            who = "-" if "-" in allowed else allowed[-1]
            found.setdefault(reverse(row.name, args=world[row.about]), PEOPLE[who])
    homes = [("/", name) for name in PEOPLE.values() if name]
    return [*found.items(), *homes]


if __name__ == "__main__":
    django.setup()
    json.dump(pages(), sys.stdout)
