"""What does the page of a governance document show, and who has not adopted it?"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Case, Prefetch, Q, QuerySet, Value, When

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
from partnerships.rules import documents as rules

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


def documents_seen(user: Any, *, on: date) -> QuerySet[GovernanceDocument]:
    """Return the documents that a user may see, with how each stands on a day."""
    found = with_review(GovernanceDocument.objects.visible_to(user), on=on)
    return found.select_related("partnership", "body", "owner")


def with_review(documents: Any, *, on: date) -> Any:
    """Return documents with their present version and `review`: how they stand with their review.

    Only what is agreed or in force is reviewed.
    """
    soon = soon_after(on)
    said = Case(
        When(~Q(standing__in=REVIEWED), then=Value(rules.NOT_REVIEWED)),
        When(review_due=None, then=Value(rules.NO_DATE)),
        When(review_due__lt=on, then=Value(rules.OVERDUE)),
        When(review_due__lte=soon, then=Value(rules.SOON)),
        default=Value(rules.IN_TIME),
    )
    return documents.with_standing().annotate(review=said)


def soon_after(on: date) -> date:
    """Return the last day that counts as soon, by the council's setting."""
    return on + timedelta(days=settings.whole_number(definitions.DUE_SOON_DAYS, on=on))


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
    )


def yet_to_adopt(
    document: GovernanceDocument, adopted: set[int], *, on: date
) -> QuerySet[Organisation]:
    """Return the member organisations of a day that have not adopted the version, by name."""
    seats = Membership.objects.held().in_force(on=on).filter(partnership=document.partnership_id)
    if document.body_id:
        seats = seats.filter(Q(body=document.body_id) | Q(body=None))
    members = Organisation.objects.filter(pk__in=seats.order_by().values("organisation"))
    return members.exclude(pk__in=adopted).order_by("name", "pk")


def _file_lines(version: DocumentVersion, texts: dict[int, Any]) -> list[FileLine]:
    return [
        FileLine(file, texts[file.file_id].sentence if file.file_id in texts else "")
        for file in version.files.all()
    ]
