"""How is a recommendation answered, and the answer approved or replaced?"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from govreg.core.access import Permission
from govreg.core.history.change import change
from govreg.core.history.values import put
from govreg.core.refusals import Refusal, Refused, enforce
from recommendations.models import Recommendation, Response, ResponseSubject
from recommendations.queries.standing import may
from recommendations.rules.responses import (
    refusal_to_approve,
    refusal_to_change,
    refusal_to_respond,
)

from .holding import hold_recommendation, hold_response
from .recommendations import Subject
from .searching import enter_recommendation

EDITABLE = ("in_respect_of", "decision", "text")


def write_response(
    *,
    recommendation: Recommendation,
    values: Mapping[str, Any],
    subjects: Iterable[Subject],
    by: Any,
    reason: str = "",
) -> Response:
    """Write a body's response to a recommendation."""
    with change(verb="Wrote a management response", by=by, reason=reason):
        recommendation = hold_recommendation(recommendation)
        _may_respond(recommendation, by)
        place = recommendation.responses.count() + 1
        response = Response(recommendation=recommendation, position=place)
        _write(response, values, subjects)
    return response


def change_response(
    *,
    response: Response,
    version: int,
    values: Mapping[str, Any],
    subjects: Iterable[Subject],
    by: Any,
) -> Response:
    """Change a response that is not approved yet."""
    with change(verb="Changed a management response", by=by):
        response = hold_response(response, version=version)
        _may_respond(response.recommendation, by)
        enforce(_refusal_to_change(response))
        _write(response, values, subjects)
    return response


def approve_response(
    *, response: Response, version: int, on: date, by: Any, reason: str = ""
) -> Response:
    """Approve a response; from now on it stands, and only a later row takes its place.

    What is approved is the text that was read: raises StaleVersion when it changed since.
    """
    with change(verb="Approved a management response", by=by, reason=reason):
        response = hold_response(response, version=version)
        enforce(
            refusal_to_approve(
                approved=response.approved_on is not None,
                replaced=response.replaced_by_id is not None,
                may_approve=may(by, Permission.APPROVE_RESPONSES, response.recommendation),
            )
        )
        response.approved_by = by
        response.approved_on = on
        response.save()
        enter_recommendation(response.recommendation)
    return response


def replace_response(
    *,
    response: Response,
    values: Mapping[str, Any],
    subjects: Iterable[Subject],
    by: Any,
    reason: str,
) -> Response:
    """Answer again after approval: a new row takes the place of the old one, which is kept.

    The agreed actions follow the answer that now stands.
    """
    if not reason.strip():
        raise Refused(Refusal("reason-missing", "Say why the response is given again."))
    with change(verb="Replaced a management response", by=by, reason=reason):
        response = hold_response(response)
        _may_respond(response.recommendation, by)
        if response.replaced_by_id is not None:
            enforce(refusal_to_change(approved=True, replaced=True))
        later = Response(recommendation=response.recommendation, position=response.position)
        _write(later, values, subjects)
        response.replaced_by = later
        response.save()
        for action in response.actions.all():
            action.response = later
            action.save()
        enter_recommendation(response.recommendation)
    return later


def _may_respond(recommendation: Recommendation, by: Any) -> None:
    review = recommendation.review
    enforce(
        refusal_to_respond(
            review_status=review.status,
            recommendation_ended=bool(recommendation.ended_as),
            may_respond=may(by, Permission.WRITE_RESPONSES, recommendation),
        )
    )


def _refusal_to_change(response: Response) -> Refusal | None:
    return refusal_to_change(
        approved=response.approved_on is not None, replaced=response.replaced_by_id is not None
    )


def _write(response: Response, values: Mapping[str, Any], subjects: Iterable[Subject]) -> None:
    put(response, values, allowed=EDITABLE)
    if not response.text:
        raise Refused(Refusal("nothing-said", "Write the management response."))
    response.save()
    wanted: dict[tuple[str, int | None], Subject] = {
        (str(s._meta.model_name), s.pk): s for s in subjects
    }
    for row in response.subjects.all():
        key = ("partnership", row.partnership_id) if row.partnership_id else ("body", row.body_id)
        if wanted.pop(key, None) is None:
            row.delete()
    for (kind, _pk), subject in wanted.items():
        ResponseSubject(response=response, **{kind: subject}).save()
    enter_recommendation(response.recommendation)
