"""What does each layer of governance see of how a partnership performs?"""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from govreg.core import clock
from govreg.core.access import Permission, access
from govreg.core.quarters import Quarter, read_quarter
from govreg.core.ui.lists import list_response
from partnerships.lists.performance import ActionLineList
from partnerships.models import Partnership
from partnerships.queries.performance import (
    EXCEPTIONS,
    action_lines,
    actions_change,
    bodies_due,
    indicator_lines,
    last_reported,
    quarters_offered,
)
from partnerships.rules.performance import (
    EXECUTIVE,
    LAYERS,
    OPERATIONAL,
    STRATEGIC,
    Layer,
    layer_named,
)

from .loading import seen_partnership
from .sections import section


@access(Permission.VIEW_PARTNERSHIPS)
@require_safe
def performance(request: HttpRequest, reference: str) -> HttpResponseBase:
    """Show a partnership's performance as its strategic layer sees it."""
    return layer(request, reference, STRATEGIC)


@access(Permission.VIEW_PARTNERSHIPS)
@require_safe
def layer(request: HttpRequest, reference: str, key: str) -> HttpResponseBase:
    """Show a partnership's performance as one layer sees it."""
    partnership = seen_partnership(request, reference)
    chosen = layer_named(key)
    if chosen is None:
        raise Http404
    today = clock.today()
    quarters = quarters_offered(on=today)
    quarter = read_quarter(request.GET.get("period", "")[:20])
    quarter = quarter or last_reported(partnership, on=today)
    if quarter not in quarters:
        quarters = sorted([*quarters, quarter], reverse=True)
    indicators = indicator_lines(partnership, quarter)
    context = {
        **section(partnership, "performance", f"Performance: {chosen.label.lower()} layer"),
        "layer": chosen,
        "layers": [(one, _address(partnership, one, quarter)) for one in LAYERS],
        "quarter": quarter,
        "quarters": quarters,
        "bodies": bodies_due(partnership, chosen.key, on=today),
        "today": today,
    }
    if chosen.key == STRATEGIC:
        return _strategic(request, partnership, quarter, indicators, context)
    lines: Any = action_lines(partnership, quarter, request.user)
    if chosen.key == EXECUTIVE:
        lines = [line for line in lines if line.status in EXCEPTIONS]
        indicators = [one for one in indicators if one.is_exception]
    return list_response(
        request,
        ActionLineList,
        lines,
        title=context["title"],
        breadcrumbs=context["breadcrumbs"],
        template="partnerships/performance/actions.html",
        extra={**context, "indicators": indicators, "is_all": chosen.key == OPERATIONAL},
    )


def _strategic(
    request: HttpRequest,
    partnership: Partnership,
    quarter: Quarter,
    indicators: list[Any],
    context: dict[str, Any],
) -> HttpResponse:
    shown = {
        **context,
        "changed": [one for one in indicators if one.changes],
        "reportable": [one for one in indicators if one.is_reportable],
        "others": sum(not one.is_reportable for one in indicators),
        "actions": actions_change(partnership, quarter),
        "before": quarter.previous,
    }
    return render(request, "partnerships/performance/strategic.html", shown)


def _address(partnership: Partnership, one: Layer, quarter: Quarter) -> str:
    address = reverse("partnerships:performance-layer", args=[partnership.reference, one.key])
    return f"{address}?period={quarter.slug}"
