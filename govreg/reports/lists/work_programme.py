"""What does a person scan to see what is to come before the committees?"""

from typing import Any, ClassVar

import django_filters
from django.db.models import Q
from django.http import HttpRequest
from django.utils.html import format_html

from govreg.core.access import Permission
from govreg.core.ui.addresses import address_of
from govreg.core.ui.lists import Column, RegisterFilterSet, RegisterList
from govreg.core.ui.lists.cells import link, tag
from govreg.core.ui.words import long_date
from govreg.reports.models import WorkProgrammeItem

DONE, ALL = "done", "all"


class WorkProgrammeFilter(RegisterFilterSet):
    """By words, committee and whether it is finished; at first what is still to come."""

    words = django_filters.CharFilter(label="Words", field_name="what", lookup_expr="icontains")
    committee = django_filters.CharFilter(label="Committee", method="of_committee")
    standing = django_filters.ChoiceFilter(
        label="Standing",
        choices=[("", "Still to come"), (DONE, "Finished"), (ALL, "All")],
        empty_label=None,
        method="as_it_is",
    )

    class Meta:
        model = WorkProgrammeItem
        fields: list[str] = []

    def of_committee(self, rows: Any, name: str, value: str) -> Any:
        """Keep those that follow from a report to the committee, of either kind."""
        return rows.filter(
            Q(decision__issue__report__committee__icontains=value)
            | Q(decision__scrutiny_issue__report__committee__icontains=value)
        )

    def as_it_is(self, rows: Any, name: str, value: Any) -> Any:
        """Leave it to `filter_queryset`: nothing chosen means what is still to come."""
        return rows

    def filter_queryset(self, queryset: Any) -> Any:
        """Keep what is asked for."""
        rows = super().filter_queryset(queryset)
        standing = self.form.cleaned_data.get("standing")
        if standing == DONE:
            return rows.exclude(done_on=None)
        return rows if standing == ALL else rows.open()


def _standing(item: WorkProgrammeItem) -> str:
    return f"Finished on {long_date(item.done_on)}" if item.done_on else "Still to come"


class WorkProgrammeList(RegisterList):
    """Items with the decision each follows from, and what came of it."""

    filterset = WorkProgrammeFilter
    order = "meeting"
    noun = ("item", "items")
    caption = "Work programme"
    empty = (
        "Nothing is to come before a committee. Items follow from the decisions that are recorded "
        "on issued reports."
    )
    columns: ClassVar[Any] = ()

    def __init__(self, request: HttpRequest, queryset: Any) -> None:
        super().__init__(request, queryset)
        user: Any = request.user
        finishes = user.may(Permission.RECORD_DECISIONS)

        def finish(item: WorkProgrammeItem) -> Any:
            if item.done_on or not finishes:
                return tag(_standing(item), "green") if item.done_on else _standing(item)
            url = address_of("follow-up:finish-item", item.pk)
            correct = address_of("follow-up:correct-item", item.pk)
            return format_html(
                "{}<br>{}<br>{}",
                _standing(item),
                link(url, "Record what came of it"),
                link(correct, "Correct"),
            )

        self.columns = [  # type: ignore[misc]
            Column("What is to come", lambda i: i.what, sort="what"),
            Column(
                "Meeting",
                lambda i: i.due_on,
                cell=lambda i: long_date(i.due_on) if i.due_on else "",
                sort="due_on",
                missing="Not fixed",
            ),
            Column("Committee", lambda i: i.decision.about.report.committee),
            Column(
                "Follows from",
                lambda i: str(i.decision),
                cell=lambda i: link(i.decision.about.get_absolute_url(), i.decision),
            ),
            Column("Responsible", lambda i: str(i.post or ""), missing="Not named"),
            Column("Standing", _standing, cell=finish, sort="done_on"),
            Column("What came of it", lambda i: i.result, missing=""),
        ]
