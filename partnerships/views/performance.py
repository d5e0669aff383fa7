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
from partnerships.lists.performance import action_list
from partnerships.models import Partnership
from partnerships.queries.performance import (
    EXCEPTIONS,
    actions_seen,
    indicator_lines,
    last_reported,
    quarters_offered,
)
from partnerships.queries.performance_actions import actions_change
from partnerships.queries.performance_reports import bodies_due
from partnerships.rules.performance import (
    EXECUTIVE,
    LAYERS,
    OPERATIONAL,
    STRATEGIC,
    Layer,
    layer_named,
)
from partnerships.rules.quarterly_status import QuarterlyStatus

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
    last = last_reported(partnership, on=today)
    quarter = read_quarter(request.GET.get("period", "")[:20]) or last
    quarters = quarters_offered(last)
    if quarter not in quarters:
        quarters = sorted([*quarters, quarter], reverse=True)
    indicators = indicator_lines(partnership, quarter)
    context = {
        **section(partnership, "performance", f"Performance: {chosen.label.lower()} layer"),
        "layer": chosen,
        "layers": [(one, _address(partnership, one, quarter)) for one in LAYERS],
        "quarter": quarter,
        "quarters": quarters,
        "bodies": bodies_due([partnership], on=today, layer=chosen.key),
        "today": today,
    }
    if chosen.key == STRATEGIC:
        return _strategic(request, partnership, quarter, indicators, context)
    if chosen.key == EXECUTIVE:
        indicators = [one for one in indicators if one.is_exception]
    only = EXCEPTIONS if chosen.key == EXECUTIVE else tuple(QuarterlyStatus)
    return list_response(
        request,
        action_list(quarter, quarters, only),
        actions_seen(partnership, quarter, request.user),
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
