"""What does a person scan in the actions of a plan, or behind a cell of its quarterly table?"""

from collections.abc import Sequence
from typing import Any, ClassVar

import django_filters
from django.db.models import Exists, OuterRef
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe

from govreg.core.search.index import having_words
from govreg.core.ui.lists import Column, ComputedList, RegisterFilterSet, RegisterList
from govreg.core.ui.lists.cells import link, tag
from govreg.core.ui.tags import quarterly_tag
from govreg.core.ui.words import long_date
from partnerships.models import PlanAction, SmartJudgement
from partnerships.rules.quarterly_status import QuarterlyStatus

STANDING, WITHDRAWN = "", "withdrawn"
STANDINGS = [(STANDING, "Stands"), (WITHDRAWN, "Withdrawn"), ("all", "All")]
FAILING, UNJUDGED = "failing", "unjudged"
TESTED = [(FAILING, "Fails at least one question"), (UNJUDGED, "Was not judged")]


class PlanActionFilter(RegisterFilterSet):
    """Words, who leads, how the SMART test went, and how the action stands."""

    words = django_filters.CharFilter(label="Words", method="by_words")
    lead = django_filters.CharFilter(
        label="Lead organisation", field_name="lead__name", lookup_expr="icontains"
    )
    theme = django_filters.CharFilter(
        label="Theme", field_name="theme__name", lookup_expr="icontains"
    )
    tested = django_filters.ChoiceFilter(label="SMART test", choices=TESTED, method="by_test")
    standing = django_filters.ChoiceFilter(
        label="Standing", choices=STANDINGS, empty_label=None, method="as_it_is"
    )

    class Meta:
        model = PlanAction
        fields: list[str] = []

    def by_words(self, rows: Any, name: str, value: str) -> Any:
        """Keep those whose action, output, measure or outcome has the words."""
        return having_words(rows, value)

    def by_test(self, rows: Any, name: str, value: str) -> Any:
        """Keep those that fail a question, or about which none was answered."""
        own = SmartJudgement.objects.filter(action=OuterRef("pk"))
        if value == FAILING:
            return rows.filter(Exists(own.filter(is_met=False)))
        return rows.filter(~Exists(own))

    def as_it_is(self, rows: Any, name: str, value: Any) -> Any:
        """Leave it to `filter_queryset`: nothing chosen means those that stand."""
        return rows

    def filter_queryset(self, queryset: Any) -> Any:
        """Keep what is asked for."""
        rows = super().filter_queryset(queryset)
        standing = self.form.cleaned_data.get("standing")
        if standing == WITHDRAWN:
            return rows.exclude(withdrawn_on=None)
        return rows if standing == "all" else rows.filter(withdrawn_on=None)


def judged_in_words(action: Any) -> str:
    """Say of a listed action how many of the six questions it meets and fails."""
    if not action.judged_count:
        return ""
    met = action.judged_count - action.failed_count
    return f"{met} met, {action.failed_count} not met"


class PlanActionList(RegisterList):
    """The actions of one plan."""

    columns = [
        Column(
            "Reference",
            "reference",
            sort="position",
            cell=lambda a: link(a.get_absolute_url(), a.reference),
        ),
        Column("Action", "action"),
        Column("Planned output or outcome", "output", missing="Not stated"),
        Column("Target", "target", sort="target", numeric=True, missing="No target"),
        Column("Unit", "unit"),
        Column("Lead organisation", "lead.name", sort="lead__name", missing="No lead"),
        Column("Theme", "theme.name", sort="theme__position", missing="No theme"),
        Column("Start date", "start", sort="start"),
        Column("End date", "end", sort="end", missing="No end date"),
        Column("SMART test", judged_in_words, sort="failed_count", missing="Not judged"),
    ]
    filterset = PlanActionFilter
    order = "reference"
    noun = ("action", "actions")
    caption = "Actions of the plan"
    empty = "The plan has no action of its own yet."


class KeptPlanActionList(PlanActionList):
    """The same for those who keep the plan."""

    empty = (
        "The plan has no action of its own yet. Add the first: what is done, what is to come of "
        "it, who leads it and when it starts."
    )


LATE = "Late"


def _answered(line: Any) -> str:
    """Say on which day an action was answered for, whether late, and what was answered later."""
    said = []
    if line.answer is not None:
        day = long_date(line.answer.answered_at)
        said.append(f"{day}, {LATE.lower()}" if line.is_late else day)
    if line.only_late:
        rating = QuarterlyStatus(line.only_late.rating).label
        said.append(f"{LATE.lower()} as {rating.lower()}, {long_date(line.only_late.answered_at)}")
    return "; ".join(said)


def _answered_tag(line: Any) -> Any:
    said: list[str] = []
    if line.is_late:
        said.append(format_html("{} {}", long_date(line.answer.answered_at), tag(LATE, "orange")))
    elif line.answer is not None:
        said.append(long_date(line.answer.answered_at))
    if line.only_late:
        day, rating = long_date(line.only_late.answered_at), quarterly_tag(line.only_late.rating)
        said.append(format_html("{} {} {}", tag(LATE, "orange"), rating, day))
    return format_html_join(mark_safe("<br>"), "{}", ((one,) for one in said))


class ProgressLineList(ComputedList):
    """The actions behind a cell of a quarter's table, with how each stood."""

    columns: ClassVar[list[Column]] = [
        Column(
            "Reference",
            "action.reference",
            sort="place",
            cell=lambda line: link(line.action.get_absolute_url(), line.action.reference),
        ),
        Column("Plan", "action.plan.short_name", sort="action.plan.short_name"),
        Column("Action", "action.action"),
        Column(
            "Status",
            lambda line: line.status.label,
            sort="status",
            cell=lambda line: quarterly_tag(line.status.value),
        ),
        Column("Why", "reason"),
        Column("Reached", "value", numeric=True, missing="Not stated"),
        Column("Target", "action.target", numeric=True, missing="No target"),
        Column("Lead organisation", "lead", sort="lead", missing="No lead"),
        Column("Answered", _answered, cell=_answered_tag, sort="answered_at", missing="No answer"),
    ]
    order = "reference"
    noun = ("action", "actions")
    caption = "Actions of the quarter"
    empty = "No action stands so in this quarter."

    def lines(self) -> Sequence[Any]:
        """Return every line: they were chosen by the cell that led here."""
        return list(self._all)
