"""What does an administrator scan of the mail that was queued and the work that was asked for?"""

from typing import Any

import django_filters
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from govreg.core import clock
from govreg.core.outbox.colours import colour_of
from govreg.core.outbox.models import LongWork, OutgoingMessage, State
from govreg.core.outbox.rules import refusal_of_wiped
from govreg.core.refusals import Refusal
from govreg.core.ui.lists import Column, RegisterFilterSet, RegisterList
from govreg.core.ui.lists.cells import link, tag


def _choices(model: type[OutgoingMessage] | type[LongWork]) -> list[tuple[str, str]]:
    return [(str(state.value), words) for state, words in model.states.items()]


class _OutboxFilter(RegisterFilterSet):
    after = django_filters.DateFilter(label="Queued from", method="since")
    before = django_filters.DateFilter(label="Queued to", method="until")

    def since(self, queryset: Any, name: str, value: Any) -> Any:
        """Keep what was queued on a day or after it."""
        return queryset.filter(queued_at__gte=clock.start_of(value))

    def until(self, queryset: Any, name: str, value: Any) -> Any:
        """Keep what was queued on a day or before it."""
        return queryset.filter(queued_at__lte=clock.end_of(value))


class MessageFilter(_OutboxFilter):
    """How it stands, words, and between which days."""

    state = django_filters.ChoiceFilter(label="State", choices=_choices(OutgoingMessage))
    words = django_filters.CharFilter(label="Address or subject", method="having_words")

    class Meta:
        model = OutgoingMessage
        fields: list[str] = []

    def having_words(self, queryset: Any, name: str, value: str) -> Any:
        """Find the words in the address and in the subject."""
        return queryset.filter(Q(to__icontains=value) | Q(subject__icontains=value))


class WorkFilter(_OutboxFilter):
    """How it stands, words, and between which days."""

    state = django_filters.ChoiceFilter(label="State", choices=_choices(LongWork))
    words = django_filters.CharFilter(label="What or who", method="having_words")

    class Meta:
        model = LongWork
        fields: list[str] = []

    def having_words(self, queryset: Any, name: str, value: str) -> Any:
        """Find the words in what is made and in the name of who asked."""
        return queryset.filter(Q(title__icontains=value) | Q(asked_by__name__icontains=value))


def _moment(name: str) -> Any:
    """Return what gives a moment to a file, in local time."""

    def read(row: Any) -> str:
        value = getattr(row, name)
        return timezone.localtime(value).isoformat(timespec="seconds") if value else ""

    return read


def _stands(row: Any) -> str:
    return str(row.states[State(row.state)])


def _tag(row: Any) -> Any:
    return tag(_stands(row), colour_of(_stands(row)))


def _next(row: Any) -> Any:
    return row.due_at if row.state == State.WAITING else None


def _is_wiped(message: Any) -> Refusal | None:
    return refusal_of_wiped(wipe=message.wipe, at=clock.true_now(), not_after=message.not_after)


def _again(url_name: str, refusal: Any = lambda _row: None) -> Any:
    """Return what makes the cell with the link to the page that tries a failed one again."""

    def cell(row: Any) -> Any:
        if row.state != State.FAILED:
            return ""
        if refusal(row):
            return "For good: it cannot be sent again"
        return link(reverse(url_name, args=[row.pk]), f"Try again: {row}")

    return cell


class MessageList(RegisterList):
    """Every message, the latest first. What it says is shown to nobody but its reader."""

    columns = [
        Column("Queued", "queued_at", sort=("queued_at", "pk"), export=_moment("queued_at")),
        Column("To", "to", sort="to"),
        Column("Subject", "subject", sort="subject"),
        Column("State", _stands, sort="state", cell=_tag),
        Column("Sent", "sent_at", sort="ended_at", missing="Not sent", export=_moment("sent_at")),
        Column("Attempts", "attempts", sort="attempts", numeric=True),
        Column("Next attempt", _next, missing="None"),
        Column("Why not", "problem"),
        Column(
            "Failed",
            lambda _row: None,
            cell=_again("administration:send-again", _is_wiped),
            missing="No",
        ),
    ]
    filterset = MessageFilter
    order = "-queued"
    noun = ("message", "messages")
    caption = "Mail"
    per_page = 50
    empty = "Messages that the register sends stand here. There have been none yet."


class WorkList(RegisterList):
    """All long work, the latest first."""

    columns = [
        Column("Asked for", "queued_at", sort=("queued_at", "pk"), export=_moment("queued_at")),
        Column("What", "title", sort="title"),
        Column("Who", "asked_by.name", sort="asked_by__name", missing="The register"),
        Column("State", _stands, sort="state", cell=_tag),
        Column("Ended", "ended_at", sort="ended_at", missing="Not yet", export=_moment("ended_at")),
        Column("Attempts", "attempts", sort="attempts", numeric=True),
        Column("Why not", "problem"),
        Column("Failed", lambda _row: None, cell=_again("administration:make-again"), missing="No"),
    ]
    filterset = WorkFilter
    order = "-asked-for"
    noun = ("piece of work", "pieces of work")
    caption = "Long work"
    per_page = 50
    empty = "Reports and other work that takes longer than a page stand here. There is none yet."
