"""How are actions agreed, given a timescale and given to somebody?"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from govreg.core import timescales
from govreg.core.access import Permission
from govreg.core.history.change import change
from govreg.core.refusals import enforce
from govreg.core.timescales import Precision, Sense
from partnerships.models import Body, Post, Team
from recommendations.models import ActionOwner, AgreedAction, Response
from recommendations.queries.standing import may
from recommendations.rules.agreement import (
    refusal_of_nothing,
    refusal_of_timescale,
    refusal_to_agree,
    refusal_to_change_action,
    refusal_to_change_dates,
)
from recommendations.rules.responses import refusal_to_respond

from .holding import hold_action, hold_response
from .searching import enter_recommendation

Owner = Any
"""A user, a post, a team or a body."""


@dataclass(frozen=True, slots=True)
class AgreedTimescale:
    """A timescale as printed, and what it was understood (or corrected by the officer) to mean."""

    printed: str
    sense: Sense
    precision: Precision
    due_date: date | None = None
    start_date: date | None = None
    review_date: date | None = None


def understood(printed: str, *, review_date: date | None = None) -> AgreedTimescale:
    """Return what the register understands of a printed timescale."""
    read = timescales.understand(printed)
    return AgreedTimescale(
        printed=printed,
        sense=read.sense,
        precision=read.precision,
        due_date=read.due_date,
        start_date=read.start_date,
        review_date=review_date,
    )


def agree_action(
    *,
    response: Response,
    text: str,
    timescale: AgreedTimescale,
    owners: Iterable[Owner],
    by: Any,
    reason: str = "",
) -> AgreedAction:
    """Agree an action under a response; its first due date is kept as the original for good."""
    with change(verb="Agreed an action", by=by, reason=reason):
        response = hold_response(response)
        _may_agree(response, by)
        owners = list(owners)
        enforce(refusal_of_nothing(text=text, printed=timescale.printed, owners=len(owners)))
        action = AgreedAction(response=response, position=response.actions.count() + 1)
        _write(action, text, timescale)
        _set_owners(action, owners)
        enter_recommendation(response.recommendation)
    return action


def change_action(
    *,
    action: AgreedAction,
    version: int,
    text: str,
    timescale: AgreedTimescale,
    owners: Iterable[Owner],
    by: Any,
    reason: str,
) -> AgreedAction:
    """Change an agreed action. Once the review is issued and answered its timescale stands."""
    with change(verb="Changed an agreed action", by=by, reason=reason):
        action = hold_action(action, version=version)
        _may_agree(action.response, by)
        enforce(refusal_to_change_action(state=action.state))
        if _timescale_of(action) != timescale:
            enforce(
                refusal_to_change_dates(
                    review_status=action.response.recommendation.review.status,
                    ever_approved=_ever_approved(action.response),
                )
            )
        _write(action, text, timescale)
        _set_owners(action, owners)
        enter_recommendation(action.response.recommendation)
    return action


def _may_agree(response: Response, by: Any) -> None:
    review = response.recommendation.review
    enforce(
        refusal_to_respond(
            review_status=review.status,
            recommendation_ended=bool(response.recommendation.ended_as),
            may_respond=may(by, Permission.WRITE_RESPONSES, response.recommendation),
        )
    )
    enforce(refusal_to_agree(replaced=response.replaced_by_id is not None))


def _ever_approved(response: Response | None) -> bool:
    """Say whether this response, or one that it took the place of, was approved."""
    while response is not None:
        if response.approved_on is not None:
            return True
        response = Response.objects.filter(replaced_by=response).first()
    return False


def _timescale_of(action: AgreedAction) -> AgreedTimescale:
    return AgreedTimescale(
        printed=action.timescale_printed,
        sense=Sense(action.sense),
        precision=Precision(action.precision),
        due_date=action.due_date,
        start_date=action.start_date,
        review_date=action.review_date,
    )


def _write(action: AgreedAction, text: str, timescale: AgreedTimescale) -> None:
    enforce(
        refusal_of_timescale(
            sense=timescale.sense,
            due_date=timescale.due_date,
            review_date=timescale.review_date,
        )
    )
    action.text = text.strip()
    action.timescale_printed = timescale.printed
    action.sense = timescale.sense
    action.precision = timescale.precision
    action.due_date = timescale.due_date
    action.start_date = timescale.start_date
    action.review_date = timescale.review_date
    agreed_before = action.pk is not None and action.response.recommendation.review.is_locked
    if not agreed_before or action.original_due is None:
        action.original_due = timescale.due_date
    action.save()


def _set_owners(action: AgreedAction, owners: Iterable[Owner]) -> None:
    wanted = {(kind_of(owner), owner.pk): owner for owner in owners}
    for row in action.owners.all():
        if wanted.pop((kind_of(row.party), row.party.pk), None) is None:
            row.delete()
    for (kind, _pk), owner in wanted.items():
        ActionOwner(action=action, **{kind: owner}).save()


def kind_of(owner: Owner) -> str:
    """Return which of the four kinds of owner this is."""
    for model, kind in ((Post, "post"), (Team, "team"), (Body, "body")):
        if isinstance(owner, model):
            return kind
    return "user"
