"""What does a person scan to see which updates were asked for, and which are missing?"""

from typing import Any

import django_filters
from django.db.models import Q
from django.utils.html import format_html

from govreg.core import clock
from govreg.core.ratings import LABELS, ProgressRating
from govreg.core.ui.lists import Column, RecordFilter, RegisterFilterSet, RegisterList
from govreg.core.ui.lists.cells import link, progress_tag, tag
from recommendations.models import UpdateWindow
from recommendations.queries.subjects import concerning
from recommendations.queries.windows import ANSWERS, WindowRatings
from recommendations.rules.windows import state_of

from .actions import partnerships_of
from .ratings import travel_words
from .responsible import ResponsibleFilter

STATE_COLOURS = {"planned": "grey", "open": "green", "closed": "blue"}


class WindowFilter(RegisterFilterSet):
    """By words of the name and of the committee."""

    words = django_filters.CharFilter(label="Words", method="by_words")

    def by_words(self, rows: Any, name: str, value: str) -> Any:
        """Keep those with the words in their name or their committee's."""
        return rows.filter(Q(name__icontains=value) | Q(committee__icontains=value))


def _state(window: UpdateWindow) -> UpdateWindow.State:
    return state_of(window, on=clock.today())


def _rate(window: Any) -> Any:
    owed = window.answered + window.missing
    return round(100 * window.answered / owed) if owed else None


class WindowList(RegisterList):
    """Update windows, the latest committee first, with how far each is."""

    filterset = WindowFilter
    order = "-committee-date"
    noun = ("update window", "update windows")
    caption = "Update windows"
    empty = "No update window is planned."
    columns = (
        Column("Window", "name", sort="name", cell=lambda w: link(w.get_absolute_url(), w.name)),
        Column("Committee", "committee", sort="committee"),
        Column("Committee date", "committee_date", sort="committee_date"),
        Column("Opens", "opens", sort="opens"),
        Column("Last day", "last_day"),
        Column(
            "State",
            lambda w: _state(w).label,
            cell=lambda w: tag(_state(w).label, STATE_COLOURS[_state(w)]),
        ),
        Column("Asked", "asked", numeric=True),
        Column("Answered", "answered", numeric=True),
        Column("Missing", "missing", numeric=True),
        Column("Rate, in %", _rate, numeric=True, missing="Nothing asked"),
    )


class RequestFilter(RegisterFilterSet):
    """By answer, partnership, owner and words."""

    words = django_filters.CharFilter(label="Words", method="by_words")
    answer = django_filters.ChoiceFilter(
        label="Answer", choices=[(code, label) for code, (label, _colour) in ANSWERS.items()]
    )
    partnership = RecordFilter(
        label="Partnership",
        records=partnerships_of,
        named_by="name",
        narrow=lambda rows, meant: rows.filter(
            action__response__recommendation__in=concerning(meant)
        ),
    )
    owner = ResponsibleFilter(label="Responsible", path="action")

    def by_words(self, rows: Any, name: str, value: str) -> Any:
        """Keep those with the words in the action, the response or the recommendation."""
        return rows.filter(
            Q(action__text__icontains=value)
            | Q(
                action__response__text__icontains=value,
                action__response__approved_on__isnull=False,
            )
            | Q(action__response__recommendation__wording__icontains=value)
        )


def _answer_tag(request: Any) -> Any:
    label, colour = ANSWERS[request.answer]
    moved = format_html("<br>Moved from {}", request.moved_from) if request.moved_from else ""
    return format_html("{}{}", tag(label, colour), moved)


def _here(request: Any) -> Any:
    """Return the window's answer of an action: the last update that belongs to it."""
    found = request.action.answers_here
    return found[0] if found else None


def _said(name: str) -> Any:
    def read(request: Any) -> Any:
        update = _here(request)
        return getattr(update, name) if update else None

    return read


def _rating(request: Any) -> str:
    update = _here(request)
    return LABELS[ProgressRating(update.rating)] if update else ""


def _short(text: str) -> str:
    return text if len(text) <= 200 else f"{text[:197]}…"


def _recommendation(request: Any) -> str:
    recommendation = request.action.response.recommendation
    return f"{recommendation.review.reference} {recommendation.number}"


def request_list(ratings: WindowRatings) -> type[RegisterList]:
    """Return the list of one window's actions, rated as at its last day or today."""

    def computed_tag(request: Any) -> Any:
        found = ratings.computed(request)
        return tag(found.label, found.colour)

    def travel(request: Any) -> str:
        found = ratings.travel(request)
        return found.label if found else ""

    class RequestList(RegisterList):
        """The actions of one window, those that are missing first."""

        filterset = RequestFilter
        order = "-answer"
        noun = ("action", "actions")
        caption = "Actions that were asked for an update"
        empty = "No action was asked yet. They are asked when the window opens."
        columns = (
            Column(
                "Action",
                lambda r: r.action.title,
                sort="action",
                cell=lambda r: link(r.action.get_absolute_url(), r.action.title),
            ),
            Column("Recommendation", _recommendation),
            Column(
                "Responsible",
                lambda r: "; ".join(str(row) for row in r.action.named_owners),
                missing="No owner named",
            ),
            Column("Due", "due_then", sort="due_then", missing="No due date"),
            Column("Answer", lambda r: ANSWERS[r.answer][0], sort="answer", cell=_answer_tag),
            Column("Answered on", "answered_on", sort="answered_on"),
            Column(
                "Officer’s rating",
                _rating,
                key="rating",
                cell=lambda r: progress_tag(_said("rating")(r)),
            ),
            Column("Per cent complete", _said("percent_complete"), numeric=True),
            Column("Computed rating", lambda r: ratings.computed(r).label, cell=computed_tag),
            Column("Direction of travel", travel, cell=lambda r: travel_words(ratings.travel(r))),
            Column("Why", _said("reason"), cell=lambda r: _short(_said("reason")(r) or "")),
            Column(
                "What was done",
                _said("narrative"),
                cell=lambda r: _short(_said("narrative")(r) or ""),
            ),
        )

    return RequestList
