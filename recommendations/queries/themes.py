"""How often does each theme come up, in which years, and what of it is still open?"""

from typing import Any

from django.db.models import Count, Exists, Max, Min, OuterRef, Q, QuerySet

from govreg.core.access import Permission
from recommendations.models import AgreedAction, Recommendation, RecommendationTheme, Theme

from . import standing


def themes_listed(user: Any) -> QuerySet[Theme]:
    """Return themes with the recommendations that a user may see: how many, open, and since when.

    One is open while one of its agreed actions is to be done or verified.
    """
    visible = Recommendation.objects.visible_to(user).order_by().values("pk")
    live = AgreedAction.objects.live().filter(
        response__recommendation=OuterRef("recommendations__recommendation")
    )
    seen = Q(recommendations__recommendation__in=visible)
    issued = "recommendations__recommendation__review__issued_on"
    return Theme.objects.alias(is_open=Exists(live)).annotate(
        count=Count("recommendations", filter=seen),
        open_count=Count("recommendations", filter=seen & Q(is_open=True)),
        reviews=Count("recommendations__recommendation__review", filter=seen, distinct=True),
        first=Min(issued, filter=seen),
        last=Max(issued, filter=seen),
    )


def of_theme(theme: Theme, user: Any) -> QuerySet[Recommendation]:
    """Return the recommendations about a theme that a user may see."""
    tagged = RecommendationTheme.objects.filter(theme=theme).order_by()
    found: QuerySet[Recommendation] = Recommendation.objects.visible_to(user)
    return found.filter(pk__in=tagged.values("recommendation_id"))


def themes_of(recommendation: Recommendation) -> list[Theme]:
    """Return what a recommendation is about, by name."""
    rows = RecommendationTheme.objects.filter(recommendation=recommendation)
    return [row.theme for row in rows.select_related("theme")]


def may_tag(user: Any, recommendation: Recommendation) -> bool:
    """Say whether a person may say what a recommendation is about."""
    return any(
        standing.may(user, permission, recommendation)
        for permission in (Permission.WRITE_REVIEWS, Permission.WRITE_RESPONSES)
    )
