"""What does a person scan to find a scrutiny report?"""

from typing import Any

import django_filters
from django.db.models import Q

from govreg.core.ui.lists import Column, RegisterFilterSet, RegisterList
from govreg.core.ui.lists.cells import link
from govreg.reports.models import ScrutinyReport


class ScrutinyFilter(RegisterFilterSet):
    """By words."""

    words = django_filters.CharFilter(label="Words", method="by_words")

    class Meta:
        model = ScrutinyReport
        fields: list[str] = []

    def by_words(self, rows: Any, name: str, value: str) -> Any:
        """Keep those with the words in the subject, the committee or the plan."""
        found = Q(subject__icontains=value) | Q(committee__icontains=value)
        return rows.filter(found | Q(plan__name__icontains=value))


class ScrutinyList(RegisterList):
    """Reports with their committee, their quarter, and how many versions were issued."""

    columns = (
        Column(
            "Report",
            lambda r: r.subject,
            cell=lambda r: link(r.get_absolute_url(), r.subject),
            sort="subject",
        ),
        Column("Committee", lambda r: r.committee, sort="committee"),
        Column("Meeting", lambda r: r.meeting, sort="meeting_on", missing="Not known yet"),
        Column("Quarter", lambda r: str(r.period), sort=("financial_year", "quarter")),
        Column("Plan", lambda r: r.plan.name, sort="plan__name"),
        Column("Versions", lambda r: r.versions, sort="versions", numeric=True),
    )
    filterset = ScrutinyFilter
    order = "-meeting"
    noun = ("scrutiny report", "scrutiny reports")
    caption = "Scrutiny reports"
    empty = (
        "No scrutiny report has been issued. One tells a committee how plans progressed in a "
        "quarter, and what the figures hide."
    )
