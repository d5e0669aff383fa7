"""Which recommendations concern a partnership?"""

from typing import Any

from django.db.models import Q

from partnerships.models import Partnership
from recommendations.models import RecommendationSubject


def concerning(partnership: Partnership) -> Any:
    """Return the keys of the recommendations that concern a partnership or one of its bodies."""
    rows = RecommendationSubject.objects.filter(
        Q(partnership=partnership) | Q(body__partnership=partnership)
    )
    return rows.order_by().values("recommendation_id")
