"""Which decisions to commission can a story add one by one, and which pages show them?"""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from govreg.core import clock
from partnerships.services.checklists import Answer
from partnerships.services.commissioning import answer_commissioning, record_commissioning
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
]
