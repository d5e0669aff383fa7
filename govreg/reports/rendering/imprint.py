"""What does the foot of every page say about the standing of a document?"""

from dataclasses import dataclass
from datetime import UTC, datetime, time

from govreg.core.ui.words import long_date
from govreg.reports.documents.document import ReviewDocument


@dataclass(frozen=True, slots=True)
class Imprint:
    """Whether the document is issued, and the moment that its file carries."""

    standing: str
    created: datetime
    archival: bool


def preview(document: ReviewDocument) -> Imprint:
    """Return the imprint of what is printed without being issued; the day gives the moment."""
    word = "Draft, not issued" if document.is_draft else "Preview, not issued"
    return Imprint(
        standing=f"{word}. As at {long_date(document.as_at)}",
        created=datetime.combine(document.as_at, time(12), tzinfo=UTC),
        archival=False,
    )


def issued(document: ReviewDocument, *, number: int, at: datetime) -> Imprint:
    """Return the imprint of an issued version."""
    return Imprint(
        standing=f"Version {number}, issued {long_date(at)}. As at {long_date(document.as_at)}",
        created=at.replace(microsecond=0),
        archival=True,
    )
