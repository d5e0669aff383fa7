"""Which decisions, roles and briefings can a story add one by one, and which pages show them?"""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from govreg.core import clock
from partnerships.models import GovernanceDocument, Post
from partnerships.services.accountability import log_complaint
from partnerships.services.checklists import Answer
from partnerships.services.commissioning import answer_commissioning, record_commissioning
from partnerships.services.liaison import add_briefing
from partnerships.services.roles import add_role
from tests.people import Cast

from .growing import body_of, trust


def commissioning(cast: Cast, i: int) -> None:
    """One more decision of a body of its own, with an answer."""
    by = cast.partnerships_officer
    made = record_commissioning(
        partnership=trust(),
        values={
            "body": body_of(cast, i),
            "subject": f"Grown {i}",
            "kind": ("commission", "decommission")[i % 2],
            "day": clock.today() - timedelta(days=i),
            "outcome": f"Grown {i}",
        },
        by=by,
    )
    answers = {"need": Answer("yes", f"Grown {i}")}
    answer_commissioning(decision=made, version=made.version, answers=answers, by=by)


def role(cast: Cast, i: int) -> None:
    """One more role with a holder of its own, and one more briefing of its own."""
    by, posts = cast.partnerships_officer, Post.objects.order_by("pk")
    documents = GovernanceDocument.objects.filter(partnership=trust()).order_by("pk")
    values = {"title": f"Grown {i}", "holder": posts[i], "document": documents[i % 3]}
    add_role(partnership=trust(), values=values, by=by)
    briefs = {"briefed_by": posts[i], "briefed": posts[i + 1], "frequency": "weekly"}
    add_briefing(partnership=trust(), values=briefs, by=by)


def complaint(cast: Cast, i: int) -> None:
    """One more complaint about the trust."""
    values = {"received_on": clock.today() - timedelta(days=i), "subject": f"Grown {i}"}
    log_complaint(partnership=trust(), values=values, by=cast.partnerships_officer)


TRUST = "/partnerships/children-leeds/"
GROWING: list[tuple[Callable[[Cast, int], Any], list[tuple[str, str]]]] = [
    (
        commissioning,
        [
            ("partnerships_officer", f"{TRUST}commissioning/?standing=stands"),
            ("auditor", f"{TRUST}commissioning/?sort=-questions&export=csv"),
            ("auditor", f"{TRUST}accountability/"),
            ("auditor", "/search/?words=grown"),
        ],
    ),
    (
        complaint,
        [
            ("auditor", f"{TRUST}complaints/"),
            ("auditor", f"{TRUST}complaints/?standing=open&export=csv"),
        ],
    ),
    (
        role,
        [
            ("partnerships_officer", f"{TRUST}roles/"),
            ("auditor", f"{TRUST}accountability/"),
        ],
    ),
]
