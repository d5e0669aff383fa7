"""How does a reader see, on one page, how agreed actions stand and who carries most of them?"""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from govreg.core import clock
from govreg.core.access import access
from govreg.core.ui.charts import Bar, Segment, stacked_bars
from govreg.core.ui.lists import list_response
from recommendations.lists.groups import GroupList
from recommendations.models import AgreedAction
from recommendations.queries.at_a_glance import PriorityRow, at_a_glance
from recommendations.queries.ratings import rule_in_words
from recommendations.queries.worklist import for_lists
from recommendations.rules.ratings import ComputedRating

from .saved_filters import saved_beside

TITLE = "At a glance"
INK = "#0b0c0c"
RATED = (
    Segment("late", "Late", "L", "#a8201a"),
    Segment("due-soon", "Due soon", "D", "#ffdd00", INK),
    Segment("on-track", "On track", "T", "#0f7a52"),
    Segment("complete", "Complete", "C", "#1d5b96"),
    Segment("no-date", "No date", "N", "#6f777b"),
    Segment("not-followed-up", "Not followed up", "X", "#d9d9d9", INK),
)
WORKLOAD = (
    Segment("overdue", "Overdue", "O", "#a8201a"),
    Segment("due_soon", "Due soon", "D", "#ffdd00", INK),
    Segment("not_due", "Not due yet", "T", "#0f7a52"),
    Segment("claimed", "To verify", "V", "#1d5b96"),
)
OVERDUE = (Segment("many", "Overdue", "O", "#a8201a"),)
#: More bars than these are read from the list below.
MOST_BARS = 12


@access.signed_in
@require_safe
def glance(request: HttpRequest) -> HttpResponseBase:
    """Show priorities by rating, overdue by age, how many were in time, and the workload."""
    today = clock.today()
    seen = for_lists(AgreedAction.objects.visible_to(request.user), on=today)
    rows = seen.filter(response__replaced_by__isnull=True)
    return list_response(
        request,
        GroupList,
        rows,
        title=TITLE,
        breadcrumbs=[("Home", "/"), (TITLE, None)],
        template="recommendations/at_a_glance/page.html",
        extra=_panels,
    )


def _panels(shown: GroupList) -> dict[str, Any]:
    """Return what stands above the groups, of the same actions as theirs."""
    today = clock.today()
    found = at_a_glance(shown.actions, on=today)
    busy = [group for group in shown.page.object_list if group.to_do + group.claimed][:MOST_BARS]
    return {
        "found": found,
        "ratings": [rating.label for rating in ComputedRating],
        "rows": [_linked(row, shown) for row in found.priorities],
        "ages": [(age, many, shown.asks_for(age=age.key)) for age, many in found.ages],
        "rated_chart": _rated_chart(found.priorities),
        "ages_chart": _bars(
            ((age.label, {"many": many}) for age, many in found.ages), OVERDUE, "Overdue", "ages"
        ),
        "workload_chart": _bars(
            ((g.label, {s.key: getattr(g, s.key) for s in WORKLOAD}) for g in busy),
            WORKLOAD,
            f"Actions to do or verify, by {shown.grouping.lower()}",
            "workload",
        )
        if busy
        else "",
        "filters_above": True,
        "grouping": shown.grouping,
        "rule": rule_in_words(on=today),
        **saved_beside(shown.request, "at-a-glance"),
    }


def _linked(row: PriorityRow, shown: GroupList) -> dict[str, Any]:
    """Return a priority with each of its numbers and the list behind it."""
    cells = [
        (
            rating.label,
            row.counts[rating],
            shown.asks_for(priority=row.mark, computed=rating.value),
        )
        for rating in ComputedRating
    ]
    return {
        "mark": row.mark,
        "total": row.total,
        "address": shown.asks_for(priority=row.mark),
        "cells": cells,
    }


def _rated_chart(rows: list[PriorityRow]) -> SafeString | str:
    told = ((f"Priority {row.mark}", dict(row.counts)) for row in rows)
    return _bars(told, RATED, "Actions by priority and computed rating", "rated") if rows else ""


def _bars(
    rows: Iterator[tuple[str, dict[str, int]]],
    segments: tuple[Segment, ...],
    title: str,
    chart_id: str,
) -> SafeString:
    bars = [Bar(label, counts) for label, counts in rows]
    return stacked_bars(bars, segments=segments, title=title, chart_id=chart_id)
