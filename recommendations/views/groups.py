"""How do agreed actions stand, group by group, and who carries most of them?"""

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe

from govreg.core import clock
from govreg.core.access import access
from govreg.core.ui.charts import Bar, Drawings, Segment, bars_for_page
from govreg.core.ui.lists import list_response
from recommendations.lists.groups import GroupList
from recommendations.queries.worklist import followed_actions

from .saved_filters import saved_beside

TITLE = "Actions by group"
INK = "#0b0c0c"
WORKLOAD = (
    Segment("overdue", "Overdue", "O", "#a8201a"),
    Segment("due_soon", "Due soon", "D", "#ffdd00", INK),
    Segment("not_due", "Not due yet", "T", "#0f7a52"),
    Segment("undated", "No date", "N", "#6f777b"),
    Segment("claimed", "To verify", "V", "#1d5b96"),
)
#: More bars than these are read from the list below.
MOST_BARS = 12


@access.signed_in
@require_safe
def grouped(request: HttpRequest) -> HttpResponseBase:
    """List reviews, owners, partnerships or directorates with how their actions stand."""
    return list_response(
        request,
        GroupList,
        followed_actions(request.user, on=clock.today()),
        title=TITLE,
        breadcrumbs=[("Home", "/"), (TITLE, None)],
        template="recommendations/groups/list.html",
        extra=_beside,
    )


def _beside(shown: GroupList) -> dict[str, Any]:
    """Return what stands above the list: what was saved, and the page as bars."""
    return {**saved_beside(shown.request, "grouped"), "workload_chart": _chart(shown)}


def _chart(shown: GroupList) -> Drawings | str:
    busy = [group for group in shown.page.object_list if group.to_do + group.claimed]
    if not busy:
        return ""
    return bars_for_page(
        [
            Bar(group.label, {one.key: getattr(group, one.key) for one in WORKLOAD})
            for group in busy[:MOST_BARS]
        ],
        segments=WORKLOAD,
        title=f"Actions to do or verify, by {shown.grouping.lower()}",
        chart_id="workload",
    )
