"""What does a person scan in the log of complaints?"""

from typing import Any

import django_filters

from govreg.core.ui.lists import Column, RegisterFilterSet, RegisterList
from govreg.core.ui.lists.cells import link, tag
from partnerships.models import Complaint

OPEN, CLOSED = "open", "closed"


class ComplaintFilter(RegisterFilterSet):
    """Words, and whether it is closed."""

    words = django_filters.CharFilter(
        label="What it was about", field_name="subject", lookup_expr="icontains"
    )
    standing = django_filters.ChoiceFilter(
        label="Standing", choices=[(OPEN, "Open"), (CLOSED, "Closed")], method="by_standing"
    )

    class Meta:
        model = Complaint
        fields: list[str] = []

    def by_standing(self, rows: Any, name: str, value: str) -> Any:
        """Keep the open ones, or the closed ones."""
        return rows.filter(closed_on__isnull=value == OPEN)


def _standing(complaint: Any) -> tuple[str, str]:
    return ("Closed", "green") if complaint.closed_on else ("Open", "yellow")


class ComplaintList(RegisterList):
    """The complaints that concerned a partnership, the latest first."""

    columns = [
        Column(
            "What it was about",
            "subject",
            sort="subject",
            cell=lambda c: link(c.get_absolute_url(), c.subject),
        ),
        Column("Received on", "received_on", sort="received_on"),
        Column("Partners", "partners", missing="Not stated"),
        Column("Outcome", "outcome", missing="None yet"),
        Column("What was learnt", "learnt", missing="Not recorded"),
        Column("Closed on", "closed_on", sort="closed_on", missing="Not closed"),
        Column("Standing", lambda c: _standing(c)[0], cell=lambda c: tag(*_standing(c))),
    ]
    filterset = ComplaintFilter
    order = "-received-on"
    noun = ("complaint", "complaints")
    caption = "Complaints"
    empty = (
        "Complaints that concern the work of several partners stand here, with what came of them "
        "and what was learnt. None has been logged."
    )
