"""What does a person scan to see which extensions were asked for, and what became of them?"""

from typing import Any

import django_filters
from django.utils.html import format_html

from govreg.core.ui.lists import Column, RecordFilter, RegisterFilterSet, RegisterList
from govreg.core.ui.lists.cells import link, tag
from govreg.core.ui.words import long_date
from recommendations.models import ExtensionRequest
from recommendations.queries.subjects import concerning

from .actions import partnerships_of, reviews_of

State = ExtensionRequest.State
REVIEW = "action__response__recommendation__review"


class ExtensionFilter(RegisterFilterSet):
    """By state, review, partnership and words."""

    state = django_filters.ChoiceFilter(label="State", choices=State.choices)
    review = RecordFilter(label="Review", records=reviews_of, named_by="title", field_name=REVIEW)
    partnership = RecordFilter(
        label="Partnership",
        records=partnerships_of,
        named_by="name",
        narrow=lambda rows, meant: rows.filter(
            action__response__recommendation__in=concerning(meant)
        ),
    )
    words = django_filters.CharFilter(
        label="Words of the reason", field_name="reason", lookup_expr="icontains"
    )


def state_tag(request: ExtensionRequest) -> Any:
    """Return how far a request is, as a word in its colour."""
    return tag(request.get_state_display(), request.colour)


def _recommendation(request: ExtensionRequest) -> str:
    recommendation = request.action.response.recommendation
    return f"{recommendation.review.reference} {recommendation.number}"


def due_instead(request: ExtensionRequest) -> Any:
    """Return the date that the new one replaced, or would replace."""
    return request.previous_due or request.action.due_date


def _new_date(request: ExtensionRequest) -> Any:
    return format_html("{}{}", long_date(request.new_due), request.new_given_as)


class ExtensionList(RegisterList):
    """Requests for extensions with who asked, who endorsed and what was decided."""

    filterset = ExtensionFilter
    order = "-asked-for-on"
    noun = ("request", "requests")
    caption = "Requests for extensions"
    empty = (
        "Nobody has asked for an extension. Those responsible ask for one on the page of an action."
    )
    columns = (
        Column(
            "Request",
            lambda r: r.action.title,
            cell=lambda r: link(r.get_absolute_url(), r.action.title),
        ),
        Column(
            "Recommendation",
            _recommendation,
            sort=(f"{REVIEW}__reference", "action__response__recommendation__position"),
        ),
        Column("Original due date", "action.original_due", sort="action__original_due"),
        Column("Due date before", due_instead, missing="No date"),
        Column("New due date", "new_due", sort="new_due", cell=_new_date),
        Column("State", lambda r: r.get_state_display(), sort="state", cell=state_tag),
        Column("Asked for on", "asked_on", sort="asked_on"),
        Column("Asked for by", lambda r: str(r.by or ""), sort="by__name", missing="The register"),
        Column("Reason", "reason", cell=lambda r: _short(r.reason)),
        Column("Senior officer", lambda r: str(r.answered_by or ""), missing="Not answered yet"),
        Column("Decided by", "decider", missing="Not decided"),
        Column("Date of the meeting", "meeting_on", sort="meeting_on", missing="None"),
        Column("Minute reference", "minute_reference", missing="None"),
    )


def _short(text: str) -> str:
    return text if len(text) <= 140 else f"{text[:137]}…"
