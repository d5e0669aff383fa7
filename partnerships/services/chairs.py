"""How is it recorded which kind of chair a body has, and what balances the choice?"""

from collections.abc import Mapping
from typing import Any

from govreg.core.editing.versions import locked
from govreg.core.history.change import change
from govreg.core.history.values import put
from govreg.core.refusals import enforce
from partnerships.chair_types import FIELDS
from partnerships.models import Body, Chair
from partnerships.rules.chairs import refusal_of_second_chair
from partnerships.rules.meetings import refusal_of_day

from .allowed import enforce_keeping_members

EDITABLE = ("kind", "start", *FIELDS, "note")


def record_chair(*, body: Body, values: Mapping[str, Any], by: Any, reason: str = "") -> Chair:
    """Record the kind of chair that a body has from a day on."""
    scope = body.partnership.scope
    with change(verb="Recorded the kind of chair", by=by, reason=reason, scope=scope):
        enforce_keeping_members(body.partnership, by=by)
        chair = Chair(body=body)
        put(chair, values, allowed=EDITABLE)
        _check(chair)
        chair.save()
    return chair


def correct_chair(
    *, chair: Chair, version: int, values: Mapping[str, Any], by: Any, reason: str
) -> Chair:
    """Correct what was recorded of a chair."""
    body = chair.body
    scope = body.partnership.scope
    with change(verb="Corrected the kind of chair", by=by, reason=reason, scope=scope):
        enforce_keeping_members(body.partnership, by=by)
        chair = locked(Chair, chair.pk, version=version)
        chair.body = body
        put(chair, values, allowed=EDITABLE)
        _check(chair)
        chair.save()
    return chair


def _check(chair: Chair) -> None:
    body = chair.body
    enforce(refusal_of_day(day=chair.start, body_start=body.start, body_end=body.end))
    others = Chair.objects.filter(body=body).exclude(pk=chair.pk)
    known = list(others.values_list("start", flat=True))
    enforce(refusal_of_second_chair(start=chair.start, known=known))
