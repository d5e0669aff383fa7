"""Which recommendations and answers does the text of a review hold?"""

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


def recommendations_of(review: Review) -> list[Any]:
    """Return a review's recommendations in their order, in a constant number of queries.

    Each has the responses that stand in `answers`, those have their actions in `steps`; whom
    anything concerns stands in `covered`, and who is responsible in `named_owners`.
    """
    owners = ActionOwner.objects.select_related("user", "post__organisation", "team", "body")
    actions = AgreedAction.objects.order_by("position", "pk").prefetch_related(
        Prefetch("owners", owners.order_by("pk"), to_attr="named_owners")
    )
    answers: Any = Response.objects.current().order_by("position", "pk")
    answers = answers.prefetch_related(
        _covered(ResponseSubject), Prefetch("actions", actions, to_attr="steps")
    )
    references = CrossReference.objects.select_related("to__review").order_by("pk")
    found: Any = Recommendation.objects.filter(review=review).order_by("position", "pk")
    found = found.select_related("priority", "section").prefetch_related(
        _covered(RecommendationSubject),
        Prefetch("cross_references", references, to_attr="references"),
        Prefetch("responses", answers, to_attr="answers"),
    )
    return list(found)


def _covered(model: Any) -> Prefetch:
    rows = model.objects.select_related("partnership", "body").order_by("pk")
    return Prefetch("subjects", rows, to_attr="covered")
