"""What does an officer scan to see what is to be mended, by whom and until when?"""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import django_filters
from django.db.models import Q
from django.http import HttpRequest

from govreg.core import clock
from govreg.core.council import definitions, settings
from govreg.core.ui.addresses import address_of
from govreg.core.ui.lists import Column, ComputedList, RecordFilter, RegisterFilterSet
from govreg.core.ui.lists.cells import link, tag
from govreg.core.ui.lists.records import key_meant
from govreg.core.ui.words import long_date
from partnerships.models import Partnership, Post, SharingObstacle, StandingBriefing
from partnerships.queries.gaps_at_work import SUBJECTS
from partnerships.queries.governance_gaps import GovernanceGap, governance_gaps
from partnerships.queries.health import State, points

NOBODY = "No lead officer is named"
PAST, SOON, UNDATED = "past", "soon", "undated"
DUE = [(PAST, "Passed"), (SOON, "Soon"), (UNDATED, "No date")]
GAPS = [(state.value, state.label) for state in State if state.is_gap]


def owners(request: Any) -> Any:
    """Return the posts that lead a partnership which the reader may see, or mend part of it."""
    seen = Partnership.objects.visible_to(request.user).order_by()
    briefs = StandingBriefing.objects.filter(partnership__in=seen).order_by()
    clears = SharingObstacle.objects.visible_to(request.user).order_by()
    return Post.objects.filter(
        Q(pk__in=seen.values("lead"))
        | Q(pk__in=briefs.values("briefed_by"))
        | Q(pk__in=clears.values("owner"))
    )


def narrowed(rows: Any, posts: Any) -> Any:
    """Keep the partnerships in which some posts may have something to mend."""
    meant = posts.values("pk")
    briefs = StandingBriefing.objects.filter(briefed_by__in=meant).order_by()
    clears = SharingObstacle.objects.filter(owner__in=meant).order_by()
    return rows.filter(
        Q(lead__in=meant)
        | Q(pk__in=briefs.values("partnership"))
        | Q(pk__in=clears.values("partnership"))
    )


def _is_owned(gap: GovernanceGap, typed: str) -> bool:
    """Say whether a gap's owner is the post of that key, or has these words in its title."""
    if not typed:
        return True
    key = key_meant(typed)
    if gap.owner is None:
        return False
    if key is not None:
        return bool(gap.owner.pk == key)
    return typed.casefold() in gap.owner.title.casefold()


def _points() -> list[tuple[str, str]]:
    judged = [(point.key, point.title) for point in points()]
    return judged + [(subject.key, subject.title) for subject in SUBJECTS]


class GovernanceGapFilter(RegisterFilterSet):
    """By partnership, owner, point, how it stands and how near the date is."""

    name = django_filters.CharFilter(label="Partnership", lookup_expr="icontains")
    owner = RecordFilter(label="Owner", records=owners, named_by="title", narrow=narrowed)
    directorate = django_filters.CharFilter(label="Directorate", lookup_expr="icontains")
    point = django_filters.ChoiceFilter(label="Point", choices=_points, method="as_it_is")
    standing = django_filters.ChoiceFilter(label="Standing", choices=GAPS, method="as_it_is")
    due = django_filters.ChoiceFilter(label="Due", choices=DUE, method="as_it_is")

    class Meta:
        model = Partnership
        fields: list[str] = []

    def as_it_is(self, queryset: Any, name: str, value: str) -> Any:
        """Leave the gaps to the list, which works them out."""
        return queryset


def _owner(gap: GovernanceGap) -> Any:
    return link(gap.owner.get_absolute_url(), gap.owner.title) if gap.owner else ""


POINT = Column("Point", "point.title", sort="point.title")


class GovernanceGapList(ComputedList):
    """Every gap in the governance of the partnerships, with its owner and its date."""

    filterset = GovernanceGapFilter
    order = "due"
    noun = ("gap", "gaps")
    caption = "Gaps in governance"
    empty = "Every partnership that you may see is as it should be in all points of governance."
    columns = [
        Column(
            "Partnership",
            "partnership.name",
            sort="partnership.name",
            cell=lambda gap: link(gap.partnership.get_absolute_url(), gap.partnership.name),
        ),
        POINT,
        Column(
            "Standing",
            "standing.state.label",
            sort="standing.state.label",
            cell=lambda gap: tag(gap.standing.state.label, gap.standing.state.colour),
        ),
        Column("Why", "standing.reason"),
        Column(
            "Owner",
            lambda gap: gap.owner.title if gap.owner else "",
            sort="owner_name",
            cell=_owner,
            missing=NOBODY,
        ),
        Column(
            "Due",
            lambda gap: long_date(gap.due),
            sort="due",
            missing="No date",
            export=lambda gap: gap.due,
        ),
    ]

    def __init__(self, request: HttpRequest, queryset: Any) -> None:
        super().__init__(request, queryset)
        self.columns = [  # type: ignore[misc]
            replace(column, cell=self._point) if column is POINT else column
            for column in self.columns
        ]

    def _point(self, gap: GovernanceGap) -> Any:
        """Lead whoever may mend a gap to where it is mended; others read what it is."""
        user: Any = self.request.user
        if not user.may(gap.point.needs, gap.partnership.scope_id):
            return gap.point.title
        return link(address_of(*gap.mended_at), gap.point.title)

    def lines(self) -> list[GovernanceGap]:
        """Return the gaps that the filters let through, of today."""
        rows = self._all if self.filters is None else self.filters.qs
        today = clock.today()
        found = governance_gaps(list(rows.select_related("lead")), on=today)
        asked = dict(self.filters.form.cleaned_data) if self.filters else {}
        soon = today + timedelta(days=settings.whole_number(definitions.DUE_SOON_DAYS, on=today))
        return [
            gap
            for gap in found
            if _is_owned(gap, asked.get("owner") or "")
            and asked.get("point") in (None, "", gap.point.key)
            and asked.get("standing") in (None, "", gap.standing.state)
            and asked.get("due") in (None, "", _when(gap.due, today, soon))
        ]

    @staticmethod
    def value_of(line: GovernanceGap, name: str) -> Any:
        """Return what a gap is ordered by; one that nobody owns comes last."""
        if name == "owner_name":
            return line.owner.title if line.owner else None
        return ComputedList.value_of(line, name)


def _when(due: date | None, today: date, soon: date) -> str:
    if due is None:
        return UNDATED
    return PAST if due < today else SOON if due <= soon else ""
