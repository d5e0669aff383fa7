"""Which risks can a story add one by one, and which pages show them?"""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from govreg.core import clock
from partnerships.models import Body, Post, Risk
from partnerships.services.risks import add_action, add_risk, assess_risk, state_register
from tests.people import Cast

from .growing import body_of, trust


def risk(cast: Cast, i: int) -> Risk:
    by, today = cast.partnerships_officer, clock.today()
    return add_risk(
        partnership=trust(),
        values={
            "title": f"Grown {i}",
            "body": body_of(cast, i) if i % 2 else None,
            "owner": Post.objects.order_by("pk")[i],
            "review_due": today + timedelta(days=i + 1),
        },
        assessment={"day": today, "likelihood": i % 4 + 1, "impact": 4, "note": f"Grown {i}"},
        by=by,
    )


def line_of_risk(cast: Cast, i: int) -> None:
    """One more assessment and action of one risk."""
    by, today = cast.partnerships_officer, clock.today()
    one = Risk.objects.filter(title="Grown 0").first() or risk(cast, 0)
    judged = {"day": today, "likelihood": i % 4 + 1, "impact": 2, "note": f"Grown {i}"}
    assess_risk(risk=one, values=judged, review_due=today + timedelta(days=9), by=by)
    owner = Post.objects.order_by("pk")[i]
    add_action(risk=one, values={"text": f"Grown {i}", "owner": owner}, by=by)


def register_state(cast: Cast, i: int) -> None:
    body: Body = body_of(cast, i)
    values = {"body": body, "day": clock.today(), "state": "kept", "note": f"Grown {i}"}
    state_register(partnership=trust(), values=values, by=cast.partnerships_officer)


def first_risk() -> int:
    return Risk.objects.get(title="Grown 0").pk


TRUST = "/partnerships/children-leeds/"
GROWING: list[tuple[Callable[[Cast, int], Any], list[tuple[str, str]]]] = [
    (
        risk,
        [
            ("partnerships_officer", f"{TRUST}risks/"),
            ("auditor", "/risks/?words=Grown"),
            ("auditor", "/risks/?sort=owner&export=csv"),
            ("auditor", "/search/?words=grown"),
        ],
    ),
    (
        line_of_risk,
        [
            ("lead_officer", f"{TRUST}risks/{{risk}}/"),
            ("auditor", "/history/partnerships.risk/{risk}/"),
        ],
    ),
    (register_state, [("lead_officer", f"{TRUST}risks/")]),
]
