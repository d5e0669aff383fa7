"""What does the foot of every page say about the standing of a document?"""

from dataclasses import dataclass
from datetime import UTC, datetime, time

from govreg.core.history.models import Seal
from govreg.core.ui.words import long_date
from govreg.reports.documents.document import ReviewDocument
from govreg.reports.documents.follow_up import FollowUp
from govreg.reports.documents.scrutiny import ScrutinyDocument

Printed = ReviewDocument | FollowUp | ScrutinyDocument


@dataclass(frozen=True, slots=True)
class Imprint:
    """Whether the document is issued, the moment that its file carries, and what vouches for it.

    `seal` names the last block of the history that was sealed when it was issued, with its digest.
    """

    standing: str
    created: datetime
    archival: bool
    seal: str = ""


def preview(document: Printed) -> Imprint:
    """Return the imprint of what is printed without being issued; the day gives the moment."""
    word = "Draft, not issued" if document.is_draft else "Preview, not issued"
    return Imprint(
        standing=f"{word}. As at {long_date(document.as_at)}",
        created=datetime.combine(document.as_at, time(12), tzinfo=UTC),
        archival=False,
    )


def issued(document: Printed, *, number: int, at: datetime, seal: Seal | None = None) -> Imprint:
    """Return the imprint of an issued version: the same version and seal give the same words."""
    return Imprint(
        standing=f"Version {number}, issued {long_date(at)}. As at {long_date(document.as_at)}",
        created=at.replace(microsecond=0),
        archival=True,
        seal=sealed_words(seal),
    )


def sealed_words(seal: Seal | None) -> str:
    """Return how far the history was sealed and the digest that vouches for it, or ""."""
    if seal is None:
        return ""
    return (
        f"The history of the register was sealed up to change set {seal.last_change_set} "
        f"on {long_date(seal.sealed_at)}. Digest of the block from change set "
        f"{seal.first_change_set} on: {seal.digest}"
    )
