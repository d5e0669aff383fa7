"""How is a list narrowed to what is due soon or overdue, unless something else is asked for?"""

from typing import Any, ClassVar

import django_filters
from django.http import HttpRequest

from govreg.core import clock
from govreg.core.ui.lists import RecordFilter, RegisterFilterSet
from partnerships.models import Partnership
from partnerships.queries.reporting import soon

OVERDUE, NEVER, ALL = "overdue", "never", "all"
DUE = "Due soon or overdue"


def partnerships(request: HttpRequest) -> Any:
    """Return the partnerships that the reader may see."""
    return Partnership.objects.visible_to(request.user)


def standing_filter(*others: tuple[str, str]) -> Any:
    """Return the filter of how a line stands; `others` are its choices between due and all."""
    return django_filters.ChoiceFilter(
        label="Standing",
        choices=[("", DUE), *others, (ALL, "All lines")],
        empty_label=None,
        method="as_it_is",
    )


class DueLinesFilter(RegisterFilterSet):
    """The partnership, and how the line stands; at first what is due.

    What inherits it names its model, and has a `standing` made by `standing_filter`.
    """

    #: The name of what is recorded each time that it was done.
    done: ClassVar[str] = "made"

    partnership = RecordFilter(
        label="Partnership", records=partnerships, named_by="name", field_name="partnership"
    )

    def as_it_is(self, rows: Any, name: str, value: Any) -> Any:
        """Leave it to `filter_queryset`: nothing chosen means what is due."""
        return rows

    def filter_queryset(self, queryset: Any) -> Any:
        """Keep what is asked for."""
        rows = super().filter_queryset(queryset)
        standing = self.form.cleaned_data.get("standing")
        if standing == OVERDUE:
            return rows.filter(next_due__lt=clock.today())
        if standing == NEVER:
            return rows.filter(end=None, **{self.done: None})
        return rows if standing == ALL else rows.filter(next_due__lte=soon(on=clock.today()))
