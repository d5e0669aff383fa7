"""What waits for everybody on a day?

Read in bulk, in a constant number of queries a kind; whose digest each stands in is for the rules.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from django.db.models import F, Max, OuterRef, QuerySet, Subquery

from govreg.core.council import definitions, settings
from govreg.core.ui.addresses import address_of
from govreg.core.ui.words import long_date
from recommendations.models import (
    ActionOwner,
    AgreedAction,
    CompletionClaim,
    ExtensionRequest,
    ProgressUpdate,
    Recommendation,
    Response,
    UpdateRequest,
)
from recommendations.rules import digests as rules
from recommendations.rules.digests import Concern, Item, Kind, Part
from reviews.models import ReviewPartnership
from reviews.models.reviews import STAGES
from reviews.queries.particulars import without_particulars

from .digest_people import Line, OwnerKeys, line_of_management, people
from .extensions import committee_decides, fill_in_scopes
from .ratings import due_soon_days
from .windows import MISSING, answered_requests
from .worklist import standing_of

Owners = Mapping[int, list[OwnerKeys]]
#: Owned by its reader, who may see it therefore: nothing else decides.
OWN = Concern(status="", scopes=frozenset(), review_scopes=frozenset())
REVIEW = "response__recommendation__review"


def digests_of(users: Sequence[Any], *, on: date) -> dict[int, list[Part]]:
    """Return what stands in the digests of some users on a day, by their keys.

    Whoever has nothing waiting is left out.
    """
    line = line_of_management(on=on)
    items = [*_of_owners(line, on=on), *_of_roles(line, on=on)]
    return rules.digests(people(users, on=on), items, stages=STAGES)


def _of_owners(line: Line, *, on: date) -> Iterator[Item]:
    """Return what waits for those who own actions, and for those to whom they report."""
    actions = _to_do()
    found = list(
        without_particulars(actions.select_related(REVIEW), of=REVIEW)
        .annotate(
            last_claim=Subquery(
                CompletionClaim.objects.filter(action=OuterRef("pk"))
                .order_by("-claimed_on", "-pk")
                .values("outcome")[:1]
            ),
            last_told=Max("updates__submitted_at"),
            was_answered=F("response__replaces__approved_on"),
        )
        .order_by(F("due_date").asc(nulls_last=True), "pk")
    )
    owners = _owners_of(actions)
    asked, closed = _requests(actions, on=on)
    soon = due_soon_days(on=on)
    missed: list[tuple[Any, int, frozenset[int]]] = []
    for action in found:
        own = owners.get(action.pk, [])
        whom = frozenset(user for owner in own for user in line.answering(owner))
        yield from _of_action(action, whom, asked.get(action.pk, ()), on=on, soon=soon)
        times = _missed(action, closed.get(action.pk, []))
        told = _told(own, line, times, on=on) - whom if times else frozenset()
        if told:
            missed.append((action, times, told))
    concerns = _concerns([action.response.recommendation for action, _times, _told in missed])
    for action, times, told in missed:
        recommendation = action.response.recommendation
        answered = bool(action.response.approved_on or action.was_answered)
        yield Item(
            kind=Kind.MISSED,
            title=_said(action.title),
            detail=f"No update in {times} update window{'' if times == 1 else 's'} in a row. "
            f"{_due(action)} {_place(recommendation)}",
            path=action.get_absolute_url(),
            concern=concerns(recommendation, answered),
            whom=told,
        )


def _to_do() -> QuerySet[AgreedAction]:
    return AgreedAction.objects.live().filter(state=AgreedAction.State.AGREED)


def _of_action(
    action: Any, whom: frozenset[int], asked: Sequence[Any], *, on: date, soon: int
) -> Iterator[Item]:
    """Return why an action waits for its owners, the same line for each reason."""
    if not whom:
        return

    def item(kind: Kind, detail: str, path: str = "") -> Item:
        place = _place(action.response.recommendation)
        home = path or action.get_absolute_url()
        return Item(kind, _said(action.title), f"{detail} {place}", home, OWN, whom)

    due = _due(action)
    if action.due_date is not None and action.due_date < on:
        words = standing_of(action, on=on, due_soon=soon).words
        yield item(Kind.OVERDUE, f"{due} {words}.")
    elif action.due_date is not None and action.due_date <= on + timedelta(days=soon):
        yield item(Kind.DUE_SOON, due)
    if action.last_claim == CompletionClaim.Outcome.RETURNED:
        yield item(Kind.RETURNED, "Your claim of completion was returned: more is to be done.")
    for name, closes in asked:
        yield item(
            Kind.ASKED,
            f"Update window {name} takes answers until {long_date(closes)}.",
            address_of("recommendations:update", action.pk),
        )


def _requests(actions: Any, *, on: date) -> tuple[dict[int, list[Any]], dict[int, list[Any]]]:
    """Return, by action, the open windows that miss an answer, and how each closed one ended.

    The closed ones stand with the moment at which they ended, the last first.
    """
    rows = answered_requests(
        UpdateRequest.objects.filter(
            action__in=actions.order_by().values("pk"), window__opened_on__lte=on
        )
    )
    columns = ("action_id", "answer", "window__name", "window__closes", "window__closed_on")
    asked: dict[int, list[Any]] = defaultdict(list)
    closed: dict[int, list[Any]] = defaultdict(list)
    for action, answer, name, closes, closed_on, ends_at in rows.order_by(
        "-window__ends_at", "-pk"
    ).values_list(*columns, "window__ends_at"):
        if closed_on is not None or closes < on:
            closed[action].append((answer, ends_at))
        elif answer == MISSING:
            asked[action].insert(0, (name, closes))
    return asked, closed


def _missed(action: Any, closed: Sequence[tuple[str, Any]]) -> int:
    """Return how many windows in a row were missed; whoever has written since is not chased."""
    if not closed or (action.last_told is not None and action.last_told > closed[0][1]):
        return 0
    return rules.missed_in_a_row([answer for answer, _ends_at in closed], missing=MISSING)


def _told(own: Iterable[OwnerKeys], line: Line, missed: int, *, on: date) -> frozenset[int]:
    """Return the users to whom it goes up that an action was missed so many times in a row."""
    posts = rules.posts_to_tell(
        {post for owner in own for post in line.own_posts(owner)},
        missed=missed,
        reports_to=line.reports_to,
        manager_after=settings.whole_number(definitions.ESCALATE_TO_MANAGER, on=on),
        director_after=settings.whole_number(definitions.ESCALATE_TO_DIRECTOR, on=on),
    )
    return frozenset(user for post in posts for user in line.posts.get(post, ()))


def _owners_of(actions: Any) -> Owners:
    found: dict[int, list[OwnerKeys]] = defaultdict(list)
    rows = ActionOwner.objects.filter(action__in=actions.order_by().values("pk")).order_by()
    for action, *keys in rows.values_list("action_id", *(f"{k}_id" for k in ActionOwner.KINDS)):
        found[action].append(OwnerKeys(*keys))
    return found


def _of_roles(line: Line, *, on: date) -> list[Item]:
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
    claimed = AgreedAction.objects.live().filter(state=AgreedAction.State.CLAIMED)
    claims = list(
        without_particulars(claimed.select_related(REVIEW), of=REVIEW)
        .annotate(was_answered=F("response__replaces__approved_on"))
        .order_by("state_since", "pk")
    )
    concerns = _concerns(
        [response.recommendation for response in responses]
        + [request.action.response.recommendation for request in requests]
        + [action.response.recommendation for action in claims]
    )
    extended = AgreedAction.objects.filter(pk__in={request.action_id for request in requests})
    owners = {**_owners_of(claimed), **_owners_of(extended)}
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
            Item(
                kind=Kind.VERIFY,
                title=_said(action.title),
                detail=f"Claimed on {long_date(action.state_since)}. "
                f"{_place(action.response.recommendation)}",
                path=address_of("recommendations:verify", action.pk),
                concern=concerns(action.response.recommendation, _was_answered(action, action)),
                not_for=frozenset(owning(action.pk) | part.get(action.pk, set())),
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
        title=_said(str(response)),
        detail=f"{respect}{_place(response.recommendation)}",
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
        title=_said(request.action.title),
        detail=f"To {_said(request.new_timescale)}, asked for on {long_date(request.asked_on)}. "
        f"{_place(request.action.response.recommendation)}",
        path=address_of(verb, request.pk),
        concern=concern,
        not_for=frozenset() if decides else frozenset(own | owning),
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


def _concerns(recommendations: Sequence[Recommendation]) -> Any:
    """Return what makes the concern of a recommendation, of some read in three queries."""
    fill_in_scopes(_each_once(recommendations))
    scopes = {r.pk: frozenset(r.scope_ids) for r in recommendations if "scope_ids" in r.__dict__}
    of_reviews: dict[int, set[int]] = defaultdict(set)
    links = ReviewPartnership.objects.filter(
        review__in={r.review_id for r in recommendations}
    ).order_by()
    for review, scope in links.values_list("review_id", "partnership__scope_id"):
        of_reviews[review].add(scope)

    def concern(recommendation: Recommendation, answered: bool = True) -> Concern:
        return Concern(
            status=recommendation.review.status,
            scopes=scopes[recommendation.pk],
            review_scopes=frozenset(of_reviews.get(recommendation.review_id, ())),
            answered=answered,
        )

    return concern


def _each_once(recommendations: Iterable[Recommendation]) -> list[Recommendation]:
    return list({found.pk: found for found in recommendations}.values())


def _due(action: AgreedAction) -> str:
    return f"Due {long_date(action.due_date)}." if action.due_date else "No due date."


def _place(recommendation: Recommendation) -> str:
    return f"Recommendation {recommendation.number}, {_said(recommendation.review.title)}."


def _said(words: str) -> str:
    """Return words on one line, as a message's plain text needs them."""
    return " ".join(words.split())
