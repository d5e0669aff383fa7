"""What does the action plan of a review say, as its printed appendix has it?"""

from collections.abc import Collection
from typing import Any

from django.db.models import Prefetch

from recommendations.models import (
    ActionOwner,
    AgreedAction,
    CrossReference,
    Recommendation,
    RecommendationSubject,
    Response,
    ResponseSubject,
)
from reviews.models import Review


def plan_of(review: Review, *, only: Collection[int] | None = None) -> list[Any]:
    """Return a review's recommendations in their order, in a constant number of queries.

    With `only` they are those of some keys.

    Each has its responses that stand in `answers`, those have their actions in `steps`; whom
    anything concerns stands in `covered`, who is responsible in `named_owners`.
    """
    actions = AgreedAction.objects.order_by("position", "pk").prefetch_related(
        Prefetch(
            "owners",
            ActionOwner.objects.select_related(*ActionOwner.KINDS).order_by("pk"),
            to_attr="named_owners",
        )
    )
    responses: Any = Response.objects.current().order_by("position", "pk")
    responses = responses.prefetch_related(
        _covered(ResponseSubject), Prefetch("actions", actions, to_attr="steps")
    )
    rows = (
        Recommendation.objects.filter(review=review)
        .select_related("priority", "section")
        .order_by("position", "pk")
        .prefetch_related(
            _covered(RecommendationSubject),
            Prefetch(
                "cross_references",
                CrossReference.objects.select_related("to__review").order_by("pk"),
                to_attr="references",
            ),
            Prefetch("responses", responses, to_attr="answers"),
        )
    )
    found: list[Any] = list(rows if only is None else rows.filter(pk__in=only))
    for recommendation in found:
        recommendation.review = review
        for response in recommendation.answers:
            response.recommendation = recommendation
            steps: list[AgreedAction] = getattr(response, "steps")  # noqa: B009 - a prefetched list
            for action in steps:
                action.response = response
    return found


def _covered(model: Any) -> Prefetch:
    rows = model.objects.select_related("partnership", "body__partnership").order_by("pk")
    return Prefetch("subjects", rows, to_attr="covered")
