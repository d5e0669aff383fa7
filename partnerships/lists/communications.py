"""What does a person scan to see who is kept informed, and what is due?"""

from typing import Any, ClassVar

import django_filters
from django.http import HttpRequest

from govreg.core import clock
from govreg.core.ui.lists import Column, RegisterList
from govreg.core.ui.lists.cells import link, tag
from partnerships.models import PlannedCommunication
from partnerships.queries.communications import standing_of
from partnerships.queries.reporting import soon

from .due import NEVER, DueLinesFilter, standing_filter


class DueFilter(DueLinesFilter):
    """The partnership, the party, and how the line stands; at first what is due."""

    party = django_filters.CharFilter(label="Who is informed", lookup_expr="icontains")
    standing = standing_filter((NEVER, "Nothing recorded"))

    class Meta:
        model = PlannedCommunication
        fields: list[str] = []


class CommunicationList(RegisterList):
    """The communications plan of one partnership."""

    order = "next-due"
    noun = ("line", "lines")
    caption = "Communications plan"
    empty = (
        "Who is kept informed of what, how and how often stands here. The plan has no line yet: "
        "begin with the parties that the partnership’s decisions concern most."
    )
    columns: ClassVar[Any] = ()

    def __init__(self, request: HttpRequest, queryset: Any) -> None:
        super().__init__(request, queryset)
        today = clock.today()
        until = soon(on=today)

        def standing(line: Any) -> tuple[str, str]:
            return standing_of(line, on=today, soon=until)

        self.columns = [  # type: ignore[misc]
            Column(
                "Who", "party", sort="party", cell=lambda r: link(r.get_absolute_url(), r.party)
            ),
            *self.more,
            Column("What they need to know", "needs"),
            Column("How", "method", sort="method"),
            Column("Months", "frequency_months", sort="frequency_months", numeric=True),
            Column(
                "Responsible",
                lambda r: r.responsible.title if r.responsible else "",
                sort="responsible__title",
                missing="Not named",
            ),
            Column("Last done", "last", sort="last", missing="Not recorded"),
            Column("Next due", "next_due", sort="next_due", missing="Not known"),
            Column("Standing", lambda r: standing(r)[0], cell=lambda r: tag(*standing(r))),
        ]

    more: ClassVar[list[Column]] = []


class DueCommunicationList(CommunicationList):
    """What is due of the communications plans of all partnerships."""

    filterset = DueFilter
    caption = "Communications that are due"
    empty = "Nothing of a communications plan is due soon or overdue."
    more: ClassVar[list[Column]] = [
        Column("Partnership", "partnership.name", sort="partnership__name")
    ]
