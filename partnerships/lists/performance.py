"""What does a person scan in the actions of a quarter, as the executive or operational layer?"""

from collections.abc import Sequence
from typing import Any

import django_filters

from govreg.core.ui.lists import RegisterFilterSet
from partnerships.lists.plan_actions import ProgressLineList
from partnerships.models import PlanAction
from partnerships.rules.quarterly_status import QuarterlyStatus

STATUSES = [(status.value, status.label) for status in QuarterlyStatus]


class ActionLineFilter(RegisterFilterSet):
    """How an action stands, of which plan it is, and who leads it."""

    status = django_filters.ChoiceFilter(label="Status", choices=STATUSES, method="as_it_is")
    plan = django_filters.CharFilter(label="Plan", method="as_it_is")
    lead = django_filters.CharFilter(label="Lead organisation", method="as_it_is")

    class Meta:
        model = PlanAction
        fields: list[str] = []

    def as_it_is(self, queryset: Any, name: str, value: Any) -> Any:
        """Leave it to the list, which has lines and no rows."""
        return queryset


class ActionLineList(ProgressLineList):
    """The actions that a layer looks at, with how each stood in the quarter."""

    filterset = ActionLineFilter
    caption = "Actions"
    empty = "No action stands so in this quarter."

    def lines(self) -> Sequence[Any]:
        """Return the lines that the filters let through."""
        asked = dict(self.filters.in_words()) if self.filters else {}
        status = asked.get("status") or ""
        plan, lead = (str(asked.get(name) or "").casefold() for name in ("plan", "lead"))
        return [
            line
            for line in self._all
            if (not status or line.status == status)
            and plan in line.action.plan.short_name.casefold()
            and lead in line.lead.casefold()
        ]
