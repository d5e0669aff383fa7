"""Which steps does a page offer, and what does it say where a step is refused?"""

from dataclasses import dataclass

from django.http import HttpRequest

from govreg.core.access import Permission
from govreg.core.refusals import Refusal
from govreg.core.ui.addresses import address_of
from recommendations.models import (
    AgreedAction,
    ExtensionRequest,
    Recommendation,
    Response,
    UpdateWindow,
)
from recommendations.queries.standing import may
from recommendations.rules.endings import refusal_to_end
from recommendations.rules.extensions import (
    Asked,
    Timetable,
    refusal_to_decide,
    refusal_to_endorse,
    refusal_to_withdraw,
)
from recommendations.rules.lifecycle import VERBS
from recommendations.rules.responses import (
    refusal_to_approve,
    refusal_to_change,
    refusal_to_respond,
)
from recommendations.rules.situation import Situation
from reviews.queries.standing import may_write
from reviews.rules.wording import refusal_to_write

#: Refusals of the person, not of the moment: such a step is not the reader's, so it is not shown.
NOT_THEIRS = {
    "not-an-owner",
    "not-an-auditor",
    "not-senior",
    "may-not-respond",
    "not-a-recorder",
    "not-the-asker",
}
#: Refusals that would only repeat what the page's state already says.
SAID_BY_STATE = {
    "nothing-claimed",
    "nothing-proposed",
    "proposed-for-closure",
    "action-proposed",
    "not-ended",
    "already-asked",
    "action-claimed",
    "action-closed",
}


@dataclass(frozen=True, slots=True)
class Step:
    """Something the reader can do here, or why not now."""

    label: str
    url: str
    refusal: Refusal | None = None


def steps_for_action(action: AgreedAction, facts: Situation, timetable: Timetable) -> list[Step]:
    """Return what the reader can do to an action, in the order of its life."""
    return _shown(
        Step(
            verb.label,
            address_of(f"recommendations:{verb.page}", *([action.pk] if verb.of_action else [])),
            verb.rule(facts, timetable),
        )
        for verb in VERBS
    )


def steps_for_extension(request: ExtensionRequest, facts: Asked) -> list[Step]:
    """Return what the reader can do to a request for an extension."""
    if not request.is_open:
        return []
    offered = (
        ("Endorse or decline", "endorse-extension", refusal_to_endorse(facts)),
        ("Record the decision", "decide-extension", refusal_to_decide(facts)),
        ("Withdraw the request", "withdraw-extension", refusal_to_withdraw(facts)),
    )
    return _shown(
        Step(label, address_of(f"recommendations:{name}", request.pk), refusal)
        for label, name, refusal in offered
    )


def steps_for_recommendation(
    request: HttpRequest, recommendation: Recommendation, *, answered: bool
) -> list[Step]:
    """Return what the reader can do to a recommendation."""
    review, user = recommendation.review, request.user
    args = [review.reference, recommendation.number]
    writes = may_write(user, review)
    offered = [
        (
            "Add a response" if answered else "Respond",
            "respond",
            refusal_to_respond(
                review_status=review.status,
                recommendation_ended=bool(recommendation.ended_as),
                may_respond=may(user, Permission.WRITE_RESPONSES, recommendation),
            ),
        )
    ]
    if review.is_locked:
        ending = refusal_to_end(
            review_status=review.status,
            already_ended=bool(recommendation.ended_as),
            may_write=writes,
        )
        offered.append(("Supersede or withdraw", "end", ending))
    else:
        writing = refusal_to_write(status=review.status, may_write=writes)
        offered.append(("Change the recommendation", "change", writing))
    return _shown(
        Step(label, address_of(f"recommendations:{name}", *args), refusal)
        for label, name, refusal in offered
    )


def steps_for_response(request: HttpRequest, response: Response) -> list[Step]:
    """Return what the reader can do to a response."""
    review = response.recommendation.review
    approved, replaced = response.approved_on is not None, response.replaced_by_id is not None
    respond = refusal_to_respond(
        review_status=review.status,
        recommendation_ended=bool(response.recommendation.ended_as),
        may_respond=may(request.user, Permission.WRITE_RESPONSES, response.recommendation),
    )
    approve = refusal_to_approve(
        approved=approved,
        replaced=replaced,
        may_approve=may(request.user, Permission.APPROVE_RESPONSES, response.recommendation),
    )
    change = respond or refusal_to_change(approved=approved, replaced=replaced)
    offered = [("Approve", "approve", approve)] if not approved else []
    if approved and not replaced:
        offered.append(("Give a new response", "replace", respond))
    else:
        offered.append(("Change the response", "change-response", change))
    offered.append(("Agree an action", "agree", respond))
    return _shown(
        Step(label, address_of(f"recommendations:{name}", response.pk), refusal)
        for label, name, refusal in offered
    )


def steps_for_window(window: UpdateWindow, state: str) -> list[Step]:
    """Return what those who keep the update windows can do to one, on a day in its life."""
    asked = window.opened_on is not None
    if state == UpdateWindow.State.PLANNED:
        names = [
            ("Open now", "open-window"),
            ("Change", "change-window"),
            ("Remove", "remove-window"),
        ]
    elif state == UpdateWindow.State.OPEN:
        opening = [] if asked else [("Open now", "open-window")]
        names = [
            *opening,
            ("Extend", "extend-window"),
            ("Move actions", "move-actions"),
            ("Close early", "close-window"),
        ]
    else:
        names = []
    return [Step(label, address_of(f"recommendations:{name}", window.pk)) for label, name in names]


def _shown(steps: object) -> list[Step]:
    hidden = NOT_THEIRS | SAID_BY_STATE
    return [
        step
        for step in steps  # type: ignore[attr-defined]
        if step.refusal is None or step.refusal.code not in hidden
    ]
