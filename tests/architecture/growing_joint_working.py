"""Which records of working with others can a story add one by one, and which pages show them?"""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from govreg.core import clock
from partnerships.models import Engagement
from partnerships.services.engagement import log_engagement
from tests.partnerships.board import held
from tests.people import Cast

from .growing import body_of, trust

TRUST = "/partnerships/children-leeds/"


def engagement(cast: Cast, i: int) -> Engagement:
    """An engagement of the trust that fed a meeting of its own."""
    by, day = cast.partnerships_officer, clock.today() - timedelta(days=i + 1)
    values = {
        "day": day,
        "audience": f"Grown {i}",
        "method": "survey",
        "subject": f"Grown {i}",
        "meeting": held(body_of(cast, i), by=by, day=day),
    }
    return log_engagement(partnership=trust(), values=values, by=by)


GROWING: list[tuple[Callable[[Cast, int], Any], list[tuple[str, str]]]] = [
    (
        engagement,
        [
            ("lead_officer", f"{TRUST}engagement/?words=Grown"),
            ("lead_officer", f"{TRUST}engagement/?export=csv"),
            ("lead_officer", f"{TRUST}engagement/add/"),
            ("auditor", "/search/?words=grown"),
        ],
    ),
]
