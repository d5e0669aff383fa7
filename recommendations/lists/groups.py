"""How do agreed actions stand, group by group, in a list that a reader orders and takes away?"""

from collections.abc import Sequence
from typing import Any

import django_filters
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.safestring import SafeString

from govreg.core import clock
from govreg.core.ui.lists import Column, ComputedList
from govreg.core.ui.lists.cells import link
from recommendations.models import AgreedAction
from recommendations.queries.groups import GROUPINGS, OWNER, Group, groups_of

from .actions import AgreedActionFilter


class GroupFilter(AgreedActionFilter):
    """The filters of agreed actions, and by what they are grouped."""

    by = django_filters.ChoiceFilter(
        label="Grouped by", choices=GROUPINGS, method="as_it_is", empty_label=None
    )

    def as_it_is(self, rows: Any, name: str, value: str) -> Any:
        """Grouping leaves nothing out."""
        return rows


class Narrowed(ComputedList):
    """The agreed actions that a page’s filters let through, and the lists behind its numbers."""

    @property
    def is_filtered(self) -> bool:
        """Whether the reader has asked for anything but a way of grouping."""
        return bool(self.filters and set(self.filters.in_words()) - {"by"})

    @cached_property
    def actions(self) -> QuerySet[AgreedAction]:
        """The actions that the filters let through."""
        found: QuerySet[AgreedAction] = self.filters.qs if self.filters else self._all
        return found

    def asks_for(self, page_of: str = "actions", **asked: str) -> str:
        """Return the address of a list of those actions that are asked for besides."""
        narrowed = self.address(**{"by": None, "sort": None, "page": None, **asked})
        return f"{reverse(f'recommendations:{page_of}')}{narrowed}"


class AtAGlance(Narrowed):
    """The actions whose figures stand on one page; they are listed elsewhere."""

    filterset = AgreedActionFilter

    def lines(self) -> Sequence[Any]:
        """Nothing is listed."""
        return ()


class GroupList(Narrowed):
    """One line for each review, owner, partnership or directorate that the actions have."""

    filterset = GroupFilter
    order = "-overdue"
    noun = ("group", "groups")
    caption = "Agreed actions by group"
    empty = "No actions have been agreed yet."

    def __init__(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        super().__init__(request, queryset)
        self.caption = f"Agreed actions by {self.grouping.lower()}"  # type: ignore[misc]
        self.columns = (  # type: ignore[misc]
            Column(self.grouping, "label", key="group", sort="label", cell=self._linked),
            Column("Actions", "total", sort="total", numeric=True),
            Column("To do", "to_do", sort="to_do", numeric=True),
            Column("Overdue", "overdue", sort="overdue", numeric=True, cell=self._overdue),
            Column("Due soon", "due_soon", sort="due_soon", numeric=True),
            Column("Awaiting verification or closure", "claimed", sort="claimed", numeric=True),
            Column("Next due", "next_due", sort="next_due", missing="No date"),
        )

    @property
    def by(self) -> str:
        """By what the actions are grouped."""
        asked = self.query.get("by", "")
        return asked if asked in dict(GROUPINGS) else OWNER

    @property
    def grouping(self) -> str:
        """The same in words."""
        return dict(GROUPINGS)[self.by]

    def lines(self) -> Sequence[Group]:
        """Return the groups."""
        return groups_of(self.actions, self.by, on=clock.today())

    def _linked(self, group: Group) -> SafeString | str:
        return link(self.asks_for(**group.asked), group.label) if group.asked else group.label

    def _overdue(self, group: Group) -> SafeString | str:
        if not (group.overdue and group.asked):
            return str(group.overdue)
        return link(self.asks_for(**group.asked, standing="overdue"), group.overdue)
