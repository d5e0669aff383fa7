"""What does a person scan to see which reports are due?"""

from typing import Any, ClassVar

import django_filters
from django.http import HttpRequest

from govreg.core import clock
from govreg.core.ui.lists import Column, RegisterList
from govreg.core.ui.lists.cells import link, tag
from partnerships.models import ReportingLine
from partnerships.queries.reporting import soon, standing_of

from .due import NEVER, OVERDUE, DueLinesFilter, standing_filter


class ReportingFilter(DueLinesFilter):
    """The partnership, how the line works, and how it stands; at first what is due."""

    done = "reports"
    mechanism = django_filters.CharFilter(label="How it reports", lookup_expr="icontains")
    standing = standing_filter((OVERDUE, "Overdue"), (NEVER, "No report recorded"))

    class Meta:
        model = ReportingLine
        fields: list[str] = []


class ReportingList(RegisterList):
    """The formal reporting lines of the partnerships that the reader may see."""

    filterset = ReportingFilter
    order = "next-due"
    noun = ("reporting line", "reporting lines")
    caption = "Reporting"
    empty = "No report is due soon or overdue."
    columns: ClassVar[Any] = ()

    def __init__(self, request: HttpRequest, queryset: Any) -> None:
        super().__init__(request, queryset)
        today = clock.today()
        until = soon(on=today)

        def standing(line: Any) -> tuple[str, str]:
            return standing_of(line, on=today, soon=until)

        self.columns = [  # type: ignore[misc]
            Column(
                "To",
                "recipient",
                cell=lambda line: link(line.get_absolute_url(), line.recipient),
            ),
            Column("Partnership", "partnership.name", sort="partnership__name"),
            Column("Who reports", "sender", sort="body__name"),
            Column("How", "mechanism", sort="mechanism"),
            Column("Months", "frequency_months", sort="frequency_months", numeric=True),
            Column("Last report", "last", sort="last", missing="None recorded"),
            Column("Next due", "next_due", sort="next_due", missing="Not known"),
            Column("Standing", lambda r: standing(r)[0], cell=lambda r: tag(*standing(r))),
        ]
