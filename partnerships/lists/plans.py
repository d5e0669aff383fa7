"""What does a person scan in the lists of plans?"""

from typing import Any

import django_filters
from django.db.models import Case, QuerySet, Value, When
from django.http import HttpRequest
from django.utils.safestring import SafeString

from govreg.core.access import Permission
from govreg.core.search.index import having_words
from govreg.core.ui.lists import Column, RegisterFilterSet, RegisterList
from govreg.core.ui.lists.cells import link
from partnerships.models import Plan
from partnerships.queries.plan_page import actions_in_words


class PlanFilter(RegisterFilterSet):
    """Words and how far a plan reaches."""

    words = django_filters.CharFilter(label="Words", method="by_words")
    coverage = django_filters.ChoiceFilter(label="Reaches", choices=Plan.Coverage.choices)

    class Meta:
        model = Plan
        fields: list[str] = []

    def by_words(self, rows: Any, name: str, value: str) -> Any:
        """Keep those whose name or note has the words."""
        return having_words(rows, value)


def _seen(user: Any) -> Any:
    """Ask of plans whether a reader may read the pages of the partnership."""
    seen = user.scope_filter(Permission.VIEW_PARTNERSHIPS, field="partnership__scope")
    return Case(When(seen, then=True), default=False) if seen else Value(value=True)


def _partnership(plan: Any) -> SafeString | str:
    partnership = plan.partnership
    name: str = partnership.name
    return link(partnership.get_absolute_url(), name) if plan.is_led_to else name


class PlanList(RegisterList):
    """Every plan that the reader may see, each under the one that it belongs to."""

    columns = [
        Column("Plan", "name", sort="name", cell=lambda p: link(p.get_absolute_url(), p.name)),
        Column(
            "Partnership",
            "partnership.name",
            sort="partnership__name",
            cell=_partnership,
        ),
        Column("Reaches", lambda p: p.get_coverage_display(), sort="coverage"),
        Column("Belongs to", "parent.name", sort="parent__name", missing="Reported by itself"),
        Column("From", "start", sort="start"),
        Column("To", "end", sort="end"),
        Column(
            "Actions",
            "action_count",
            sort="action_count",
            cell=actions_in_words,
            numeric=True,
        ),
    ]
    filterset = PlanFilter
    order = "-from"
    noun = ("plan", "plans")
    caption = "Plans"
    empty = (
        "The plans of partnerships stand here, with their actions and how each quarter went. "
        "Whoever keeps the plans of a partnership adds them from its page."
    )

    def __init__(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        super().__init__(request, queryset.annotate(is_led_to=_seen(request.user)))
