"""What does the page of a governance document show, and who has not adopted it?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Prefetch, Q, QuerySet

from govreg.core.access import Permission
from govreg.core.council import definitions, settings
from govreg.core.search.file_texts import texts_of
from partnerships.models import (
    REVIEWED,
    DocumentAdoption,
    DocumentFile,
    DocumentReview,
    DocumentState,
    DocumentVersion,
    GovernanceDocument,
    Membership,
    Organisation,
)
from partnerships.rules.documents import review_standing

STATE_COLOURS = {
    DocumentState.DRAFT: "blue",
    DocumentState.AGREED: "turquoise",
    DocumentState.IN_FORCE: "green",
    DocumentState.SUPERSEDED: "grey",
    DocumentState.WITHDRAWN: "grey",
}


@dataclass(frozen=True, slots=True)
class FileLine:
    """One file of a version, and why its text is not searched, if it is not."""

    file: DocumentFile
    unread: str


@dataclass(frozen=True, slots=True)
class VersionLine:
    """One version with the files that the reader may know of."""

    version: DocumentVersion
    files: list[FileLine]
    hidden: bool
    is_present: bool

    @property
    def colour(self) -> str:
        """The colour of the version's tag; the word is always there."""
        return STATE_COLOURS[DocumentState(self.version.state)]


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """Everything on a document's page but its checklists."""

    versions: list[VersionLine]
    present: DocumentVersion | None
    adoptions: list[DocumentAdoption]
    not_adopted: list[Organisation]
    reviews: list[DocumentReview]
    review: str


def documents_seen(user: Any) -> QuerySet[GovernanceDocument]:
    """Return the documents that a user may see, with how each stands."""
    found = GovernanceDocument.objects.visible_to(user).with_standing()
    return found.select_related("partnership", "body", "owner")


def soon_after(on: date) -> date:
    """Return the last day that counts as soon, by the council's setting."""
    return on + timedelta(days=settings.whole_number(definitions.DUE_SOON_DAYS, on=on))


def review_of(document: Any, *, on: date, soon: date) -> str:
    """Say how a document, told with its standing, stands with its review."""
    reviewed = document.standing in REVIEWED
    return review_standing(reviewed=reviewed, due=document.review_due, on=on, soon=soon)


def document_page(document: Any, user: Any, *, on: date) -> DocumentPage:
    """Return what a document's page shows; it is told with its standing."""
    scope = document.partnership.scope_id
    files = DocumentFile.objects.select_related("file")
    versions = list(
        DocumentVersion.objects.filter(document=document)
        .select_related("agreed_by", "supersedes")
        .prefetch_related(Prefetch("files", files))
    )
    texts = texts_of(file.file_id for version in versions for file in version.files.all())
    reads_exempt = user.may(Permission.VIEW_EXEMPT, scope)
    lines = [
        VersionLine(
            version,
            _file_lines(version, texts) if reads_exempt or not version.exempt else [],
            hidden=version.exempt and not reads_exempt,
            is_present=version.pk == document.current_id,
        )
        for version in versions
    ]
    present = next((line.version for line in lines if line.is_present), None)
    adoptions = list(DocumentAdoption.objects.filter(of=present).select_related("organisation"))
    return DocumentPage(
        versions=lines,
        present=present,
        adoptions=adoptions,
        not_adopted=list(yet_to_adopt(document, {one.organisation_id for one in adoptions}, on=on)),
        reviews=list(document.reviews.all()),
        review=review_of(document, on=on, soon=soon_after(on)),
    )


def yet_to_adopt(
    document: GovernanceDocument, adopted: set[int], *, on: date
) -> QuerySet[Organisation]:
    """Return the member organisations of a day that have not adopted the version, by name."""
    seats = Membership.objects.in_force(on=on).filter(partnership=document.partnership_id)
    if document.body_id:
        seats = seats.filter(Q(body=document.body_id) | Q(body=None))
    members = Organisation.objects.filter(pk__in=seats.order_by().values("organisation"))
    return members.exclude(pk__in=adopted).order_by("name", "pk")


def _file_lines(version: DocumentVersion, texts: dict[int, Any]) -> Sequence[Any]:
    return [
        FileLine(file, texts[file.file_id].sentence if file.file_id in texts else "")
        for file in version.files.all()
    ]
