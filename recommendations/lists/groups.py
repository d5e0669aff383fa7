"""How do agreed actions stand, group by group, in a list that a reader orders and takes away?"""

from collections.abc import Sequence
from typing import Any

import django_filters
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from govreg.core import clock
from govreg.core.ui.addresses import address_of
from govreg.core.ui.lists import Column, ComputedList
from govreg.core.ui.lists.cells import link
from recommendations.models import AgreedAction
from recommendations.queries.groups import GROUPINGS, OWNER, Group, groups_of
from recommendations.queries.responsible import NOBODY

from .actions import NO_OWNER, TO_DO, TO_VERIFY, AgreedActionFilter


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
        return f"{address_of(f'recommendations:{page_of}')}{narrowed}"


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
            self._counted("Actions", "total", ""),
            self._counted("To do", "to_do", TO_DO),
            self._counted("Overdue", "overdue", "overdue"),
            self._counted("Due soon", "due_soon", "due-soon"),
            self._counted("Awaiting verification or closure", "claimed", TO_VERIFY),
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

    def _linked(self, group: Group) -> SafeString:
        return link(self.asks_for(**group.asked), group.label)

    def _counted(self, header: str, name: str, standing: str) -> Column:
        """Return a column of numbers, each of which leads to the actions that it counts."""

        def cell(group: Group) -> SafeString | str:
            number = getattr(group, name)
            if not number:
                return "0"
            asked = self.asks_for(**{**group.asked, **self._narrowed(standing)})
            words = escape(f" {header.lower()}, {group.label}")
            hidden = f'<span class="govuk-visually-hidden">{words}</span>'
            return link(asked, mark_safe(f"{number}{hidden}"))  # noqa: S308 - escaped above

        return Column(header, name, sort=name, numeric=True, cell=cell)

    def _narrowed(self, standing: str) -> dict[str, str]:
        """Return what asks for the actions of one standing among those that the page lets through.

        A page that is narrowed to one standing already keeps it: it is within what is counted.
        """
        chosen = self.query.get("standing", "")
        if not standing:
            return {}
        if chosen == NO_OWNER:
            return {"owner": NOBODY, "standing": standing}
        return {"standing": chosen if chosen and standing in (TO_DO, TO_VERIFY) else standing}
