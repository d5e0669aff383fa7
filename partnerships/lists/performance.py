"""What does a person scan in the actions of a quarter, as the executive or operational layer?"""

from collections.abc import Sequence
from typing import Any, ClassVar

import django_filters

from govreg.core.quarters import Quarter
from govreg.core.ui.lists import RegisterFilterSet
from partnerships.lists.plan_actions import ProgressLineList
from partnerships.models import PlanAction
from partnerships.queries.performance import lines_of
from partnerships.rules.quarterly_status import QuarterlyStatus


class ActionLineFilter(RegisterFilterSet):
    """How an action stands, of which plan it is, and who leads it."""

    status = django_filters.ChoiceFilter(
        label="Status",
        choices=[(status.value, status.label) for status in QuarterlyStatus],
        method="as_it_is",
    )
    plan = django_filters.CharFilter(
        label="Plan", field_name="plan__short_name", lookup_expr="icontains"
    )
    lead = django_filters.CharFilter(
        label="Lead organisation", field_name="lead__name", lookup_expr="icontains"
    )

    class Meta:
        model = PlanAction
        fields: list[str] = []

    def as_it_is(self, queryset: Any, name: str, value: Any) -> Any:
        """Leave it to the list, which works the status out."""
        return queryset


class ActionLineList(ProgressLineList):
    """The actions that a layer looks at, with how each stood in the quarter."""

    dense = True
    caption = "Actions"
    empty = "No action stands so in this quarter."
    quarter: ClassVar[Quarter]
    only: ClassVar[Sequence[QuarterlyStatus]]

    def lines(self) -> Sequence[Any]:
        """Return the lines that the filters let through, of the statuses that the layer sees."""
        rows: Any = self._all if self.filters is None else self.filters.qs
        asked = dict(self.filters.in_words()) if self.filters else {}
        status = asked.get("status")
        return [
            line
            for line in lines_of(rows, self.quarter)
            if line.status in self.only and status in {None, "", line.status}
        ]


def action_list(
    quarter: Quarter, quarters: Sequence[Quarter], only: Sequence[QuarterlyStatus]
) -> type[ActionLineList]:
    """Return the list of the actions of a quarter; its filters let another one be chosen."""

    class OfQuarterFilter(ActionLineFilter):
        """The same with the quarters that are offered."""

        period = django_filters.ChoiceFilter(
            label="Quarter",
            choices=[(one.slug, str(one)) for one in quarters],
            initial=quarter.slug,
            empty_label=None,
            method="as_it_is",
        )

    class OfQuarter(ActionLineList):
        """The list of that quarter."""

        filterset = OfQuarterFilter

    OfQuarter.quarter, OfQuarter.only = quarter, only
    return OfQuarter
