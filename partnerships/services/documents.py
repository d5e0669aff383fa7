"""How is a governance document recorded and described, and its review?"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from govreg.core import clock
from govreg.core.editing.versions import locked
from govreg.core.history.change import change
from govreg.core.history.values import put
from govreg.core.refusals import enforce
from partnerships.models import (
    REVIEWED,
    DocumentReview,
    DocumentVersion,
    GovernanceDocument,
    Partnership,
)
from partnerships.rules.document_versions import IN_FORCE, refusal_of_review_due
from partnerships.rules.documents import (
    refusal_of_next_review,
    refusal_of_review,
    refusal_of_second,
    refusal_to_review,
)
from partnerships.rules.structure import refusal_of_stranger

from .allowed import enforce_keeping_documents
from .document_versions import add_version
from .searching import enter_document

EDITABLE = ("kind", "title", "body", "owner", "review_due", "notes")


def add_document(
    *,
    partnership: Partnership,
    values: Mapping[str, Any],
    first: Mapping[str, Any],
    state: str,
    by: Any,
    uploads: Iterable[Any] = (),
    reason: str = "",
) -> GovernanceDocument:
    """Record a document with its first version, as it stands: a draft, agreed or in force."""
    enforce_keeping_documents(partnership, by=by)  # nobody else's files are read
    with change(verb="Added a document", by=by, reason=reason, scope=partnership.scope):
        locked(Partnership, partnership.pk)  # so that two do not record the same document
        document = GovernanceDocument(partnership=partnership)
        put(document, values, allowed=EDITABLE)
        _check(document)
        document.save()
        add_version(
            document=document,
            values=first,
            state=state,
            by=by,
            uploads=uploads,
            review_due=document.review_due,
        )
    return document


def describe_document(
    *,
    document: GovernanceDocument,
    version: int,
    values: Mapping[str, Any],
    by: Any,
    reason: str = "",
) -> GovernanceDocument:
    """Change what is recorded of a document; its versions stay as they are."""
    partnership = document.partnership
    with change(verb="Changed a document", by=by, reason=reason, scope=partnership.scope):
        enforce_keeping_documents(partnership, by=by)
        document = locked(GovernanceDocument, document.pk, version=version)
        document.partnership = partnership
        was = document.review_due
        put(document, values, allowed=EDITABLE)
        _check(document)
        if document.review_due != was:
            _check_review_due(document)
        document.save()
        enter_document(document)
    return document


def record_document_review(
    *,
    document: GovernanceDocument,
    reviewed_on: date,
    by_whom: str,
    outcome: str,
    next_due: date | None,
    by: Any,
    no_date: bool = False,
    reason: str = "",
) -> DocumentReview:
    """Record that a document was reviewed, and when it is due again.

    Without a next date the document's own stays, unless it is said that none is fixed (`no_date`).
    """
    partnership = document.partnership
    with change(
        verb="Recorded a review of a document", by=by, reason=reason, scope=partnership.scope
    ):
        enforce_keeping_documents(partnership, by=by)
        document = locked(GovernanceDocument, document.pk)
        there = DocumentVersion.objects.filter(document=document, state__in=REVIEWED).exists()
        enforce(refusal_to_review(reviewed=there))
        today = clock.today()
        enforce(refusal_of_review(reviewed_on=reviewed_on, next_due=next_due, today=today))
        enforce(
            refusal_of_next_review(
                reviewed_on=reviewed_on,
                next_due=next_due,
                no_date=no_date,
                kept=document.review_due,
                today=today,
            )
        )
        next_due = next_due or (None if no_date else document.review_due)
        review = DocumentReview(
            document=document,
            reviewed_on=reviewed_on,
            by_whom=by_whom.strip(),
            outcome=outcome.strip(),
            next_due=next_due,
        )
        review.save()
        document.review_due = next_due
        document.save()
    return review


def _check_review_due(document: GovernanceDocument) -> None:
    present = DocumentVersion.objects.filter(document=document, state=IN_FORCE).first()
    start = present.start if present else None
    enforce(refusal_of_review_due(review_due=document.review_due, start=start))


def _check(document: GovernanceDocument) -> None:
    enforce(refusal_of_stranger(partnership_id=document.partnership_id, body=document.body))
    others = GovernanceDocument.objects.filter(
        partnership=document.partnership, body=document.body, kind=document.kind
    ).exclude(pk=document.pk)
    known = others.filter(title=document.title).exists()
    whose = document.body.name if document.body else "the partnership as a whole"
    enforce(refusal_of_second(known=known, title=document.title, of_whom=whose))
