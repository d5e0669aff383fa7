"""How is a member's conflict of interest recorded and corrected?"""

from collections.abc import Mapping
from typing import Any

from govreg.core import clock
from govreg.core.editing.versions import locked
from govreg.core.history.change import change
from govreg.core.history.values import put
from govreg.core.refusals import enforce
from partnerships.models import Interest, Partnership
from partnerships.rules.interests import refusal_of_interest, refusal_of_seat

from .allowed import enforce_keeping_members, enforce_reading_exempt
from .searching import enter_interest

EDITABLE = (
    "membership",
    "text",
    "declared_on",
    "start",
    "end",
    "handling",
    "handling_note",
    "exempt",
    "exempt_paragraph",
)


def declare_interest(
    *, partnership: Partnership, values: Mapping[str, Any], by: Any, reason: str = ""
) -> Interest:
    """Record an interest that the holder of a seat declared."""
    with change(verb="Recorded a declared interest", by=by, reason=reason, scope=partnership.scope):
        enforce_keeping_members(partnership, by=by)
        interest = Interest()
        put(interest, values, allowed=EDITABLE)
        _check(interest, partnership, by=by)
        interest.save()
        enter_interest(interest)
    return interest


def correct_interest(
    *, interest: Interest, version: int, values: Mapping[str, Any], by: Any, reason: str
) -> Interest:
    """Correct what was recorded of an interest, or give it its last day."""
    partnership = interest.membership.partnership
    with change(
        verb="Corrected a declared interest", by=by, reason=reason, scope=partnership.scope
    ):
        enforce_keeping_members(partnership, by=by)
        interest = locked(Interest, interest.pk, version=version)
        _enforce_reading(interest, partnership, by=by)
        put(interest, values, allowed=EDITABLE)
        _check(interest, partnership, by=by)
        interest.save()
        enter_interest(interest)
    return interest


def _enforce_reading(interest: Interest, partnership: Partnership, *, by: Any) -> None:
    enforce_reading_exempt(partnership, exempt=interest.exempt, what="Interests", by=by)


def _is_unexplained(interest: Interest) -> bool:
    return interest.handling == Interest.Handling.OTHER and not interest.handling_note


def _check(interest: Interest, partnership: Partnership, *, by: Any) -> None:
    seat = interest.membership
    _enforce_reading(interest, partnership, by=by)
    enforce(
        refusal_of_interest(
            declared_on=interest.declared_on,
            today=clock.today(),
            start=interest.start,
            end=interest.end,
            unexplained=_is_unexplained(interest),
            exempt=interest.exempt,
            paragraph=interest.exempt_paragraph,
        )
    )
    enforce(
        refusal_of_seat(
            who=str(seat.organisation),
            own=seat.partnership_id == partnership.pk,
            start=seat.start,
            end=seat.end,
            declared_on=interest.declared_on,
        )
    )
