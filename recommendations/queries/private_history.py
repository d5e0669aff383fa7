"""Which rows of the history are not for a person who may read the record they belong to?"""

from collections.abc import Iterator
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, Subquery

from govreg.core import clock
from govreg.core.access import Permission
from govreg.core.history.models import ChangedRow
from recommendations.models import (
    ActionOwner,
    AgreedAction,
    CompletionClaim,
    Evidence,
    ExtensionRequest,
    ProgressUpdate,
    Recommendation,
    Reopening,
    Response,
    RiskAcceptance,
    UpdateRequest,
    Verification,
)
from reviews.models import Review

from .ownership import owned_actions

OF_AN_ACTION = (
    ActionOwner,
    ProgressUpdate,
    CompletionClaim,
    ExtensionRequest,
    Reopening,
    RiskAcceptance,
    UpdateRequest,
)


def hidden_rows(user: Any) -> Iterator[Q]:
    """Give the conditions on changed rows that a person may not read.

    What was a draft stays its author's even after it was submitted in other words; what was said
    before a review was issued is for those who took part; a line of another owner is not shown to
    somebody who sees only lines of their own.
    """
    yield _drafts(user)
    if not user.may(Permission.VIEW_ISSUED_REVIEWS):
        yield from _lines_of_others(user)
    if not user.may_somewhere(Permission.VIEW_DISCUSSED_REVIEWS):
        yield from _before_issue()
        yield _rows(Response, Q(approved_on__isnull=True))


def _rows(model: Any, condition: Q) -> Q:
    """Return the condition that picks a model's rows of the history.

    Each row that is read is looked up by its key; a list of all that the condition picks would
    be made of the whole history first.
    """
    found = model.history.filter(condition, history_id=OuterRef("history_id"))
    return Q(model=model._meta.label_lower) & Q(Exists(found.order_by()))


def _drafts(user: Any) -> Q:
    own = Q(by_id=user.pk)
    told = ProgressUpdate.objects.filter(Q(submitted_on__isnull=False) | own)
    of_a_draft = ~Q(Exists(told.filter(pk=OuterRef("update_id")).order_by()))
    return _rows(ProgressUpdate, Q(submitted_on__isnull=True) & ~own) | _rows(
        Evidence, Q(update_id__isnull=False) & of_a_draft
    )


def _lines_of_others(user: Any) -> Iterator[Q]:
    """Give the lines of others under recommendations that a person sees by lines of their own."""
    reviews = Review.objects.visible_to(user).order_by().values("pk")
    owned = owned_actions(user, on=clock.today()).exclude(
        response__recommendation__review__in=reviews
    )
    own = dict(owned.values_list("pk", "response__recommendation_id"))
    if not own:
        return
    beside = AgreedAction.objects.filter(response__recommendation__in=set(own.values()))
    theirs = list(beside.exclude(pk__in=own).values_list("pk", flat=True))
    claims = list(CompletionClaim.objects.filter(action__in=theirs).values_list("pk", flat=True))
    updates = list(ProgressUpdate.objects.filter(action__in=theirs).values_list("pk", flat=True))
    yield Q(model=AgreedAction._meta.label_lower, object_id__in=theirs)
    for model in OF_AN_ACTION:
        yield _rows(model, Q(action_id__in=theirs))
    yield _rows(Verification, Q(claim_id__in=claims))
    yield _rows(Evidence, Q(claim_id__in=claims) | Q(update_id__in=updates))


def _before_issue() -> Iterator[Q]:
    """Give the rows of reviews and recommendations that were written before the issue."""
    issued: Any = Review.history.filter(  # type: ignore[attr-defined]
        id=OuterRef("of_review"), status__in=[Review.Status.ISSUED, Review.Status.CLOSED]
    ).order_by("history_id")
    review_of = Recommendation.objects.filter(pk=OuterRef("subject_id")).values("review_id")
    early = Q(issue__isnull=True) | Q(change_set_id__lt=F("issue"))

    def rows(subject: Any, of_review: Any) -> Any:
        found = ChangedRow.objects.filter(subject_model=subject._meta.label_lower)
        found = found.annotate(of_review=of_review)
        return found.annotate(issue=Subquery(issued.values("change_set_id")[:1])).filter(early)

    yield Q(pk__in=rows(Review, F("subject_id")).order_by().values("pk"))
    yield Q(pk__in=rows(Recommendation, Subquery(review_of[:1])).order_by().values("pk"))
