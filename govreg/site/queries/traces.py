"""Where do a person's words stand that a redaction of records and history does not reach?"""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q, TextField
from django.db.models.functions import Cast
from django.urls import reverse

from govreg.core.accounts.models import AccessLogEntry
from govreg.core.history.held_texts import holds
from govreg.core.outbox.models import OutgoingMessage
from govreg.core.search.index import entries_holding
from govreg.core.ui.words import long_date_time
from govreg.reports.models import ReportIssue

#: How many are named of each kind.
NAMED = 50


@dataclass(frozen=True, slots=True)
class Trace:
    """One thing that holds the words."""

    name: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """One kind of thing, what a redaction does about it, and those that hold the words."""

    title: str
    explanation: str
    found: list[Trace]
    more: int = 0


def places_holding(words: str) -> list[Place]:
    """Return every further place with what is there; at most `NAMED` of each are named."""
    return [
        _place(
            "Issued reports",
            "An issued report cannot be changed: its PDF stays as it was issued, and may hold the "
            "words. Decide outside the register what becomes of the copies.",
            (Trace(_name_of(issue), _address_of(issue)) for issue in _issues(words)),
        ),
        _place(
            "Search",
            "These entries are made anew from their records: what was removed is not found.",
            (Trace(entry.title) for entry in entries_holding(words)),
        ),
        _place(
            "Messages",
            "What was sent was sent. The text of these messages stays in the register as it is.",
            (Trace(f"To {m.to}: {m.subject}") for m in _messages(words)),
        ),
        _place(
            "Access log",
            "The log is not changed: an entry goes when the time for which it is kept is over.",
            (
                Trace(f"{e.get_event_display()}, {long_date_time(e.at)}")
                for e in AccessLogEntry.objects.filter(holds(words, "detail"))
            ),
        ),
    ]


def _place(title: str, explanation: str, traces: Iterable[Trace]) -> Place:
    found = list(traces)
    return Place(title, explanation, found[:NAMED], max(0, len(found) - NAMED))


def _messages(words: str) -> Iterable[OutgoingMessage]:
    return OutgoingMessage.objects.filter(holds(words, "to", "subject", "text", "html"))


def _issues(words: str) -> Iterable[ReportIssue]:
    """Return the issues whose frozen document holds the words, as JSON writes them or in plain."""
    written = json.dumps(words)[1:-1]
    issues = ReportIssue.objects.annotate(frozen=Cast("document", TextField()))
    condition: Q = holds(words, "frozen", "what_changed") | Q(frozen__icontains=written)
    found = issues.filter(condition).select_related("review").defer("document")
    return found.order_by("review__reference", "kind", "number")


def _name_of(issue: ReportIssue) -> str:
    return f"{issue.review.title}: {issue}"


def _address_of(issue: ReportIssue) -> str:
    return reverse("reports:version", args=[issue.review.reference, issue.kind, issue.number])
