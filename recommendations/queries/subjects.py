"""Which recommendations concern some partnerships?"""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q, QuerySet

from partnerships.models import Partnership
from recommendations.models import RecommendationSubject


def concerning(partnerships: Iterable[Partnership] | QuerySet[Partnership, Any]) -> Any:
    """Return the keys of the recommendations that concern partnerships or bodies of theirs."""
    rows = RecommendationSubject.objects.filter(
        Q(partnership__in=partnerships) | Q(body__partnership__in=partnerships)
    )
    return rows.order_by().values("recommendation_id")
