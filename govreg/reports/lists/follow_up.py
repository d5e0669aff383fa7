"""What does a person scan to find a committee's follow-up report?"""

from typing import Any

import django_filters
from django.db.models import Q

from govreg.core.ui.lists import Column, RegisterFilterSet, RegisterList
from govreg.core.ui.lists.cells import link
from govreg.core.ui.words import long_date
from govreg.reports.models import FollowUpReport


class FollowUpFilter(RegisterFilterSet):
    """By words and by whether a version was issued."""

    words = django_filters.CharFilter(label="Words", method="by_words")
    issued = django_filters.ChoiceFilter(
        label="Issued", choices=[("yes", "Issued"), ("no", "Not issued yet")], method="by_issue"
    )

    class Meta:
        model = FollowUpReport
        fields: list[str] = []

    def by_words(self, rows: Any, name: str, value: str) -> Any:
        """Keep those with the words in the title or the committee."""
        return rows.filter(Q(title__icontains=value) | Q(committee__icontains=value))

    def by_issue(self, rows: Any, name: str, value: str) -> Any:
        """Keep those of which a version was issued, or none."""
        return rows.filter(versions__gt=0) if value == "yes" else rows.filter(versions=0)


def _of(report: FollowUpReport) -> str:
    chosen = [str(one) for one in (report.review, report.partnership) if one]
    chosen += [report.priority] if report.priority else []
    return ", ".join(chosen) or "Everything"


class FollowUpList(RegisterList):
    """Reports with their committee, their time, and how many versions were issued."""

    columns = (
        Column(
            "Report", lambda r: r.title, cell=lambda r: link(r.get_absolute_url(), r), sort="title"
        ),
        Column("Committee", lambda r: r.committee, sort="committee"),
        Column(
            "Meeting",
            lambda r: r.meeting_on,
            cell=lambda r: long_date(r.meeting_on) if r.meeting_on else "",
            sort="meeting_on",
            missing="Not known yet",
        ),
        Column("Since", lambda r: r.since, cell=lambda r: long_date(r.since), sort="since"),
        Column("Tells of", _of),
        Column("Versions", lambda r: r.versions, sort="versions", numeric=True),
    )
    filterset = FollowUpFilter
    order = "-meeting"
    noun = ("follow-up report", "follow-up reports")
    caption = "Follow-up reports"
    empty = (
        "No follow-up report is prepared. One tells a committee what became of agreed actions "
        "since it last met."
    )
