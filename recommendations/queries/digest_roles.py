"""What waits on a day for whoever may approve, endorse, decide or verify, wherever it is?"""

from collections import defaultdict
from datetime import date
from typing import Any

from django.db.models import F

from govreg.core.ui.addresses import address_of
from govreg.core.ui.words import long_date
from recommendations.models import (
    AgreedAction,
    CompletionClaim,
    ExtensionRequest,
    ProgressUpdate,
    Response,
)
from recommendations.rules.digests import Concern, Item, Kind
from reviews.queries.particulars import without_particulars

from .digest_concerns import REVIEW, concerns_of, on_one_line, owners_of, place
from .digest_people import Line
from .extensions import committee_decides


def of_roles(line: Line, *, on: date) -> list[Item]:
    """Return what waits for whoever may approve, endorse, decide or verify."""
    responses = list(
        without_particulars(
            Response.objects.current()
            .filter(approved_on__isnull=True)
            .select_related("recommendation__review")
            .order_by("recommendation", "position"),
            of="recommendation__review",
        )
    )
    requests = list(
        without_particulars(
            ExtensionRequest.objects.open()
            .of_actions_to_do()  # type: ignore[attr-defined]
            .select_related(f"action__{REVIEW}")
            .annotate(was_answered=F("action__response__replaces__approved_on"))
            .order_by("asked_on", "pk"),
            of=f"action__{REVIEW}",
        )
    )
    waiting = [AgreedAction.State.CLAIMED, AgreedAction.State.PROPOSED]
    claimed = AgreedAction.objects.live().filter(state__in=waiting)
    claims = list(
        without_particulars(claimed.select_related(REVIEW), of=REVIEW)
        .annotate(was_answered=F("response__replaces__approved_on"))
        .order_by("state_since", "pk")
    )
    concerns = concerns_of(
        [response.recommendation for response in responses]
        + [request.action.response.recommendation for request in requests]
        + [action.response.recommendation for action in claims]
    )
    extended = AgreedAction.objects.filter(pk__in={request.action_id for request in requests})
    owners = {**owners_of(claimed), **owners_of(extended)}
    part = _had_a_part(claimed)
    by_committee = committee_decides(on=on)

    def owning(action: int) -> set[int]:
        return {user for owner in owners.get(action, ()) for user in line.answering(owner)}

    return [
        *(_to_approve(response, concerns(response.recommendation)) for response in responses),
        *(
            _to_answer(
                request,
                concerns(
                    request.action.response.recommendation, _was_answered(request.action, request)
                ),
                owning=set() if by_committee else owning(request.action_id),
            )
            for request in requests
        ),
        *(
            _to_close(
                action,
                concerns(action.response.recommendation, _was_answered(action, action)),
                own=owning(action.pk) | part.get(action.pk, set()),
            )
            for action in claims
        ),
    ]


def _was_answered(action: Any, row: Any) -> bool:
    return bool(action.response.approved_on or row.was_answered)


def _to_approve(response: Response, concern: Concern) -> Item:
    respect = f"In respect of {response.in_respect_of}. " if response.in_respect_of else ""
    return Item(
        kind=Kind.APPROVE,
        title=on_one_line(str(response)),
        detail=f"{respect}{place(response.recommendation)}",
        path=address_of("recommendations:approve", response.pk),
        concern=concern,
    )


def _to_answer(request: ExtensionRequest, concern: Concern, *, owning: set[int]) -> Item:
    """Return a request for an extension that a senior officer or a committee has to answer."""
    decides = request.state == ExtensionRequest.State.ENDORSED
    verb = "recommendations:decide-extension" if decides else "recommendations:endorse-extension"
    own = {request.by_id} if request.by_id else set()
    return Item(
        kind=Kind.DECIDE if decides else Kind.ENDORSE,
        title=on_one_line(request.action.title),
        detail=f"To {on_one_line(request.new_timescale)}, asked for on "
        f"{long_date(request.asked_on)}. "
        f"{place(request.action.response.recommendation)}",
        path=address_of(verb, request.pk),
        concern=concern,
        not_for=frozenset() if decides else frozenset(own | owning),
    )


def _to_close(action: AgreedAction, concern: Concern, *, own: set[int]) -> Item:
    """Return a claim that an auditor has to verify, or a closure that a committee agrees to."""
    proposed = action.state == AgreedAction.State.PROPOSED
    since = (
        f"{'Proposed for closure' if proposed else 'Claimed'} on {long_date(action.state_since)}."
    )
    return Item(
        kind=Kind.CLOSE if proposed else Kind.VERIFY,
        title=on_one_line(action.title),
        detail=f"{since} {place(action.response.recommendation)}",
        path=address_of("recommendations:decide-closures")
        if proposed
        else address_of("recommendations:verify", action.pk),
        concern=concern,
        not_for=frozenset() if proposed else frozenset(own),
    )


def _had_a_part(claimed: Any) -> dict[int, set[int]]:
    """Return who claimed an action or wrote its updates: somebody else verifies it."""
    found: dict[int, set[int]] = defaultdict(set)
    keys = claimed.order_by().values("pk")
    for rows in (
        CompletionClaim.objects.filter(action__in=keys),
        ProgressUpdate.objects.submitted().filter(action__in=keys, by__isnull=False),
    ):
        for action, user in rows.order_by().values_list("action_id", "by_id").distinct():
            found[action].add(user)
    return found
