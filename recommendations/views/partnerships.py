"""Which recommendations concern one partnership?"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from govreg.core.access import Permission, access
from partnerships.views.loading import seen_partnership
from partnerships.views.sections import section
from recommendations.lists.recommendations import state_in_list, with_figures
from recommendations.models import Recommendation
from recommendations.queries.subjects import concerning


@access(Permission.VIEW_PARTNERSHIPS)
@require_safe
def of_partnership(request: HttpRequest, reference: str) -> HttpResponse:
    """List the recommendations of issued reviews that concern a partnership or its bodies."""
    partnership = seen_partnership(request, reference)
    visible = Recommendation.objects.visible_to(request.user).filter(
        pk__in=concerning([partnership])
    )
    rows = with_figures(visible, reader=request.user).order_by("review__reference", "position")
    context = {
        **section(partnership, "recommendations", "Recommendations"),
        "rows": [{"recommendation": row, "progress": state_in_list(row)} for row in rows],
    }
    return render(request, "recommendations/recommendations/of_partnership.html", context)
