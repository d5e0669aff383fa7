"""What can an administrator keep, and where?"""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from govreg.core.access import Permission, access

from .loading import authorise
from .ratings import TITLE as RATINGS
from .redaction import TITLE as REDACTIONS
from .retention import TITLE as RETENTION
from .second_factor import HERE, TITLE


@dataclass(frozen=True, slots=True)
class Door:
    """One page of the administration."""

    label: str
    url_name: str
    description: str
    permission: Permission

    @property
    def url(self) -> str:
        """The address of the page."""
        return reverse(self.url_name)


PEOPLE, REFERENCE = Permission.ADMINISTER_PEOPLE, Permission.ADMINISTER_REFERENCE
SECTIONS: list[tuple[str, list[Door]]] = [
    (
        "People",
        [
            Door("Users", "people:users", "Who may sign in, and which roles they hold.", PEOPLE),
            Door("Roles", "administration:roles", "What each role may do, in words.", PEOPLE),
            Door(
                TITLE,
                HERE,
                "Who signs in with a code from their telephone as well.",
                REFERENCE,
            ),
            Door(
                REDACTIONS,
                "administration:redactions",
                "Take a name or an address out of the register and its history, by law.",
                Permission.REDACT,
            ),
            Door(
                RETENTION,
                "administration:retention",
                "How long each kind of record is kept, and what is due.",
                REFERENCE,
            ),
            Door(
                "Access log",
                "administration:access-log",
                "Sign-ins, downloads and exports.",
                Permission.VIEW_ACCESS_LOG,
            ),
        ],
    ),
    (
        "What the register sends and makes",
        [
            Door(
                "Mail and long work",
                "administration:mail",
                "Messages and reports that wait, failed or were sent, and whether the worker runs.",
                Permission.KEEP_OUTBOX,
            ),
        ],
    ),
    (
        "What the registers refer to",
        [
            Door(
                "Organisations",
                "partnerships:organisations",
                "Partners, auditors and clients, their other names, and doubles to merge.",
                REFERENCE,
            ),
            Door(
                "Posts",
                "partnerships:posts",
                "Who reports to whom, and who holds which post.",
                REFERENCE,
            ),
            Door(
                "Teams",
                "partnerships:teams",
                "Teams that own actions, and their people.",
                REFERENCE,
            ),
            Door(
                "Priority scales",
                "priorities:scales",
                "The priorities and legends that a new review starts from.",
                REFERENCE,
            ),
            Door(
                "Question sets",
                "administration:question-sets",
                "Checklists and assessments, each in dated editions.",
                REFERENCE,
            ),
            Door(
                "Council settings",
                "administration:settings",
                "Figures that change a decision, each with the day from which it holds.",
                REFERENCE,
            ),
            Door(
                RATINGS,
                "administration:ratings",
                "When an action is rated complete, late, due soon or on track.",
                REFERENCE,
            ),
        ],
    ),
]


@access(PEOPLE, REFERENCE, Permission.KEEP_OUTBOX, Permission.VIEW_ACCESS_LOG)
def index(request: HttpRequest) -> HttpResponse:
    """Show the pages of the administration that the person may open."""
    user: Any = request.user
    doors = [
        (heading, [door for door in all_doors if user.may(door.permission)])
        for heading, all_doors in SECTIONS
    ]
    sections = [(heading, open_doors) for heading, open_doors in doors if open_doors]
    if not sections:
        authorise(request, PEOPLE)
    context = {
        "title": "Administration",
        "breadcrumbs": [("Home", "/"), ("Administration", None)],
        "sections": sections,
    }
    return render(request, "administration/index.html", context)
