"""How does a reader see, on one page, how agreed actions stand?"""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from govreg.core import clock
from govreg.core.access import access
from govreg.core.ui.charts import Bar, Drawings, Segment, bars_for_page
from recommendations.lists.groups import AtAGlance
from recommendations.queries.at_a_glance import PriorityRow, at_a_glance
from recommendations.queries.groups import GROUPINGS
from recommendations.queries.ratings import rule_in_words
from recommendations.queries.worklist import followed_actions
from recommendations.rules.ages import Age
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
OVERDUE = (Segment("many", "Overdue", "O", "#a8201a"),)


@access.signed_in
@require_safe
def glance(request: HttpRequest) -> HttpResponse:
    """Show priorities by rating, overdue by age, and how many were in time."""
    today = clock.today()
    shown = AtAGlance(request, followed_actions(request.user, on=today))
    found = at_a_glance(shown.actions, on=today)
    context = {
        "title": TITLE,
        "breadcrumbs": [("Home", "/"), (TITLE, None)],
        "list": shown,
        "view": {"is_filtered": shown.is_filtered, "cleared": "?"},
        "found": found,
        "ratings": [rating.label for rating in ComputedRating],
        "rows": [_linked(row, shown) for row in found.priorities],
        "ages": [(age, many, shown.asks_for(age=age.key)) for age, many in found.ages],
        "rated_chart": _rated_chart(found.priorities),
        "ages_chart": _ages_chart(found.ages),
        "groupings": [
            (label, shown.asks_for(page_of="grouped", by=key)) for key, label in GROUPINGS
        ],
        "rule": rule_in_words(on=today),
        **saved_beside(request, "at-a-glance"),
    }
    return render(request, "recommendations/at_a_glance/page.html", context)


def _linked(row: PriorityRow, shown: AtAGlance) -> dict[str, Any]:
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


def _rated_chart(rows: list[PriorityRow]) -> Drawings | str:
    if not rows:
        return ""
    return bars_for_page(
        [Bar(f"Priority {row.mark}", dict(row.counts)) for row in rows],
        segments=RATED,
        title="Actions by priority and computed rating",
        chart_id="rated",
    )


def _ages_chart(ages: list[tuple[Age, int]]) -> Drawings:
    bars = [Bar(age.label, {"many": many}) for age, many in ages]
    return bars_for_page(bars, segments=OVERDUE, title="Overdue actions by age", chart_id="ages")
