"""What does a person scan in the list of decisions to commission or decommission?"""

from typing import Any

import django_filters
from django.db.models import Q
from django.http import HttpRequest

from govreg.core.ui.lists import Column, RecordFilter, RegisterFilterSet, RegisterList
from govreg.core.ui.lists.cells import link, tag
from partnerships.models import Body, CommissioningDecision

STANDING = [("stands", "Stands"), ("withdrawn", "Withdrawn")]
ANSWERS = [("gaps", "With gaps"), ("none", "Without gaps")]


def bodies(request: HttpRequest) -> Any:
    """Return the bodies that decided anything which the reader may read."""
    seen = CommissioningDecision.objects.visible_to(request.user).order_by()
    return Body.objects.filter(pk__in=seen.values("body"))


class CommissioningFilter(RegisterFilterSet):
    """Words, which of the two it is, body, standing and gaps."""

    words = django_filters.CharFilter(label="Words", method="having_words")
    kind = django_filters.ChoiceFilter(label="Kind", choices=CommissioningDecision.Kind.choices)
    body = RecordFilter(label="Decided by", records=bodies, named_by="name", field_name="body")
    standing = django_filters.ChoiceFilter(label="Standing", choices=STANDING, method="by_standing")
    answers = django_filters.ChoiceFilter(label="Answers", choices=ANSWERS, method="by_answers")

    class Meta:
        model = CommissioningDecision
        fields: list[str] = []

    def having_words(self, queryset: Any, name: str, value: str) -> Any:
        """Find the words in the service and in what was decided."""
        return queryset.filter(Q(subject__icontains=value) | Q(outcome__icontains=value))

    def by_standing(self, queryset: Any, name: str, value: str) -> Any:
        """Keep those that stand, or those that were withdrawn."""
        return queryset.filter(withdrawn_on__isnull=value == "stands")

    def by_answers(self, queryset: Any, name: str, value: str) -> Any:
        """Keep those with gaps in the answers, or those without."""
        return queryset.filter(gaps__gt=0) if value == "gaps" else queryset.filter(gaps=0)


def gaps_told(decision: Any) -> str:
    """Return how many of the questions leave a gap, in words."""
    return f"{decision.gaps} of {decision.asked} open" if decision.gaps else "No gaps"


def standing_told(decision: Any) -> str:
    """Return whether a decision stands."""
    return "Withdrawn" if decision.withdrawn_on else "Stands"


class CommissioningList(RegisterList):
    """The decisions of a partnership's bodies, the latest first."""

    columns = [
        Column(
            "Service or activity",
            "subject",
            sort="subject",
            cell=lambda d: link(d.get_absolute_url(), d.subject),
        ),
        Column("Kind", lambda d: d.get_kind_display(), sort="kind"),
        Column("Decided by", "body.name", sort="body__name"),
        Column("Decided on", "day", sort="day"),
        Column(
            "Questions",
            gaps_told,
            sort="gaps",
            cell=lambda d: tag(gaps_told(d), "orange" if d.gaps else "green"),
        ),
        Column(
            "Standing",
            standing_told,
            sort="withdrawn_on",
            cell=lambda d: tag(standing_told(d), "grey" if d.withdrawn_on else "blue"),
        ),
    ]
    filterset = CommissioningFilter
    order = "-decided-on"
    noun = ("decision", "decisions")
    caption = "Decisions to commission or decommission"
    empty = (
        "What the bodies decide to commission or to decommission stands here, with the evidence "
        "for each of the questions that such a decision raises. Whoever keeps a partnership "
        "records them."
    )
