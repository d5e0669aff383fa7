"""What does a person scan to find an example of what partnerships do?"""

from datetime import date
from typing import Any

import django_filters
from django.db.models import Q

from govreg.core.ui.lists import Column, RegisterFilterSet, RegisterList
from govreg.core.ui.lists.cells import link, tag
from partnerships.models import CaseStudy
from partnerships.queries.case_studies import partners_in_words


class CaseStudyFilter(RegisterFilterSet):
    """Words, plan and time."""

    words = django_filters.CharFilter(label="Words", method="having_words")
    plan = django_filters.CharFilter(label="Plan", field_name="plan__name", lookup_expr="icontains")
    after = django_filters.DateFilter(label="Going on from", method="since")
    before = django_filters.DateFilter(label="To", field_name="start", lookup_expr="lte")

    class Meta:
        model = CaseStudy
        fields: list[str] = []

    def having_words(self, queryset: Any, name: str, value: str) -> Any:
        """Find the words in the title, in what was done and changed, and in the evidence."""
        found = Q()
        for column in ("title", "done", "for_whom", "changed", "evidence"):
            found |= Q(**{f"{column}__icontains": value})
        return queryset.filter(found)

    def since(self, queryset: Any, name: str, value: date) -> Any:
        """Keep what still went on then, or began later."""
        return queryset.filter(Q(end=None) | Q(end__gte=value))


def _standing(one: CaseStudy) -> tuple[str, str]:
    if one.is_withdrawn:
        return "Withdrawn", "grey"
    return ("Demonstration", "yellow") if one.is_demonstration else ("Stands", "green")


TITLE = Column(
    "Case study", "title", sort="title", cell=lambda c: link(c.get_absolute_url(), c.title)
)
REST = [
    Column("Plan", lambda c: c.plan.name if c.plan else "", sort="plan__name", missing="None"),
    Column(
        "Action", lambda c: c.action.reference if c.action else "", missing="The plan as a whole"
    ),
    Column("When", lambda c: c.period, sort="start"),
    Column("For whom", "for_whom"),
    Column("What changed", "changed"),
    Column("Partners", partners_in_words, missing="None named"),
    Column("Standing", lambda c: _standing(c)[0], cell=lambda c: tag(*_standing(c))),
]


class CaseStudyList(RegisterList):
    """The case studies of one partnership, the latest first."""

    columns = [TITLE, *REST]
    filterset = CaseStudyFilter
    order = "-when"
    dense = True
    noun = ("case study", "case studies")
    caption = "Case studies"
    empty = (
        "Examples of what was done, what changed for whom and how that is known stand here. None "
        "has been told yet."
    )


class AllCaseStudiesList(CaseStudyList):
    """The case studies of every partnership that the person may see."""

    columns = [TITLE, Column("Partnership", "partnership.name", sort="partnership__name"), *REST]
