"""Which extensions were asked for, granted or await somebody, and what are the facts of each?"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.db.models import Count, Exists, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from govreg.core.access import Permission
from govreg.core.council import definitions, settings
from partnerships.models import Body, Partnership
from recommendations.models import (
    AgreedAction,
    ExtensionRequest,
    Recommendation,
    RecommendationSubject,
)
from recommendations.rules.extensions import Asked, Timetable
from reviews.models import ReviewPartnership
from reviews.queries.particulars import without_particulars

from . import standing
from .ownership import owned_actions

ASKED_FOR, GRANTED, NONE = "asked-for", "granted", "none"
PEOPLE = ("by", "answered_by", "recorded_by", "body")
REVIEW = "action__response__recommendation__review"


def granted_count() -> Coalesce:
    """Return the number of granted extensions of an action, for an annotation."""
    found = ExtensionRequest.objects.granted().filter(action=OuterRef("pk")).order_by()
    counted = found.values("action").annotate(count=Count("pk")).values("count")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)


def with_extensions(actions: QuerySet[AgreedAction]) -> QuerySet[AgreedAction]:
    """Count, with actions, the extensions that were granted; and say whether one is asked for."""
    asked = ExtensionRequest.objects.open().filter(action=OuterRef("pk"))
    return actions.annotate(extension_count=granted_count(), extension_asked=Exists(asked))


def extended_so(actions: QuerySet[AgreedAction], how: str) -> QuerySet[AgreedAction]:
    """Keep the actions for which an extension is asked, was granted, or neither."""
    own = ExtensionRequest.objects.filter(action=OuterRef("pk"))
    asked, granted = Exists(own.open()), Exists(own.granted())  # type: ignore[attr-defined]
    if how == NONE:
        return actions.filter(~asked, ~granted)
    return actions.filter(asked if how == ASKED_FOR else granted)


def extended_in_words(*, count: int, slippage: int) -> str:
    """Say how often an action was extended and by how much in all; nothing for never.

    >>> extended_in_words(count=1, slippage=91)
    '1 extension, 91 days in all'
    """
    if not count:
        return ""
    days = f"{slippage} day{'' if slippage == 1 else 's'} in all"
    return f"{count} extension{'' if count == 1 else 's'}, {days}"


def extended_in_list(action: Any) -> str:
    """Say the same of an action that was fetched with its extensions, and whether one is asked."""
    told = extended_in_words(count=action.extension_count, slippage=action.slippage)
    if not action.extension_asked:
        return told
    return f"{told}; another asked for" if told else "Extension asked for"


def extensions_of(action: AgreedAction) -> list[ExtensionRequest]:
    """Return the requests of an action with everybody they name, the first asked for first."""
    return list(action.extensions.select_related(*PEOPLE).order_by("pk"))


def for_list(requests: QuerySet[ExtensionRequest]) -> QuerySet[ExtensionRequest]:
    """Fetch with requests what a list or a page shows of them."""
    found = requests.select_related(*PEOPLE, REVIEW)
    kept: QuerySet[ExtensionRequest] = without_particulars(found, of=REVIEW)
    return kept


def to_endorse(user: Any) -> QuerySet[ExtensionRequest]:
    """Return the requests that a user's role lets them endorse, the oldest first."""
    if not user.may_somewhere(Permission.APPROVE_RESPONSES):
        return ExtensionRequest.objects.none()
    return _waiting(user, ExtensionRequest.State.REQUESTED).of_actions_to_do()


def to_decide(user: Any) -> QuerySet[ExtensionRequest]:
    """Return the endorsed requests whose decision a user may record, the oldest first."""
    if not user.may_somewhere(Permission.RECORD_DECISIONS):
        return ExtensionRequest.objects.none()
    return _waiting(user, ExtensionRequest.State.ENDORSED)


def decidable(user: Any) -> QuerySet[ExtensionRequest]:
    """Return the endorsed requests that a user may record as decided now: of actions to do."""
    waiting: Any = to_decide(user)
    found: QuerySet[ExtensionRequest] = waiting.of_actions_to_do()
    return found


def _waiting(user: Any, state: str) -> Any:
    seen = ExtensionRequest.objects.visible_to(user).filter(state=state)
    return for_list(seen).order_by("asked_on", "pk")


def bodies_that_may_decide(actions: Sequence[AgreedAction], *, user: Any) -> QuerySet[Body]:
    """Return the bodies of the partnerships that the actions' reviews concern, for a choice."""
    reviews = {action.response.recommendation.review_id for action in actions}
    links = ReviewPartnership.objects.filter(review__in=reviews).order_by()
    seen = Body.objects.visible_to(user).filter(partnership__in=links.values("partnership_id"))
    return seen.select_related("partnership").order_by("partnership__name", "name")


def timetable_of(action: AgreedAction, *, on: date) -> Timetable:
    """Return the dates of an action, and how often it was and may be extended on a day."""
    return timetable_from(action, action.extensions.all(), on=on)


def timetable_from(
    action: AgreedAction, requests: Iterable[ExtensionRequest], *, on: date
) -> Timetable:
    """Return the same of an action whose requests were read already."""
    states = [request.state for request in requests]
    return Timetable(
        due_date=action.due_date,
        granted=states.count(ExtensionRequest.State.GRANTED),
        most=_limit(on),
        is_asked=any(state in ExtensionRequest.OPEN for state in states),
    )


def asked_facts(requests: Sequence[ExtensionRequest], *, user: Any, on: date) -> list[Asked]:
    """Return the facts on which the rules decide of some requests, in a constant number of queries.

    The register's own commands (no user) have every permission and no part in any request.
    """
    if not _may_everywhere(user):
        fill_in_scopes([r.action.response.recommendation for r in requests])
    owned: set[int] = set()
    if user is not None:
        actions = owned_actions(user, on=on).filter(pk__in={r.action_id for r in requests})
        owned = set(actions.values_list("pk", flat=True))
    counted = dict(
        ExtensionRequest.objects.granted()
        .filter(action__in={r.action_id for r in requests})
        .order_by()
        .values_list("action")
        .annotate(Count("pk"))
    )
    by_committee = committee_decides(on=on)
    most = _limit(on)
    return [
        Asked(
            state=request.state,
            new_due=request.new_due,
            timetable=Timetable(
                due_date=request.action.due_date,
                granted=counted.get(request.action_id, 0),
                most=most,
                is_asked=request.is_open,
            ),
            review_status=request.action.response.recommendation.review.status,
            recommendation_ended=bool(request.action.response.recommendation.ended_as),
            action_state=request.action.state,
            asker=user is not None and request.by_id == user.pk,
            owner=request.action_id in owned,
            may_approve=_may(user, Permission.APPROVE_RESPONSES, request),
            may_record_decisions=_may(user, Permission.RECORD_DECISIONS, request),
            committee_decides=by_committee,
        )
        for request in requests
    ]


def committee_decides(*, on: date) -> bool:
    """Say whether the council has a committee decide of extensions on a day."""
    return bool(settings.whole_number(definitions.EXTENSION_COMMITTEE, on=on))


def _limit(on: date) -> int:
    return settings.whole_number(definitions.EXTENSION_LIMIT, on=on)


def _may(user: Any, permission: Permission, request: ExtensionRequest) -> bool:
    return standing.may(user, permission, request.action.response.recommendation)


def _may_everywhere(user: Any) -> bool:
    """Say whether no scope has to be looked up to know what a user may do."""
    asked = (Permission.APPROVE_RESPONSES, Permission.RECORD_DECISIONS)
    return user is None or all(user.may(p) or not user.may_somewhere(p) for p in asked)


def fill_in_scopes(recommendations: Sequence[Recommendation]) -> None:
    """Read the scopes that recommendations concern, for all of them at once."""
    known = {found.pk: found for found in recommendations}
    scopes: dict[int, set[int]] = {key: set() for key in known}
    rows = RecommendationSubject.objects.filter(recommendation__in=known).order_by()
    for key, own, of_body in rows.values_list(
        "recommendation_id", "partnership__scope_id", "body__partnership__scope_id"
    ):
        scopes[key] |= {own, of_body} - {None}
    of_reviews: dict[int, set[int]] = {}
    reviews = {found.review_id for key, found in known.items() if not scopes[key]}
    links = ReviewPartnership.objects.filter(review__in=reviews).order_by()
    named = dict(
        Partnership.objects.filter(pk__in=links.values("partnership_id"))
        .order_by()
        .values_list("pk", "scope_id")
    )
    for review, partnership in links.values_list("review_id", "partnership_id"):
        of_reviews.setdefault(review, set()).add(named[partnership])
    for found in recommendations:
        own_scopes = scopes[found.pk] or of_reviews.get(found.review_id, set())
        found.__dict__["scope_ids"] = sorted(own_scopes)
