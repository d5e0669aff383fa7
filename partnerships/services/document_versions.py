"""How does a version of a document come to be, come into force, and end?"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from govreg.core import clock
from govreg.core.editing.versions import locked
from govreg.core.files.store import take_upload
from govreg.core.history.change import change
from govreg.core.history.values import put
from govreg.core.refusals import enforce
from govreg.core.search.file_texts import keep_text, read_upload
from govreg.core.search.reading.outcome import Outcome
from partnerships.models import (
    Body,
    DocumentFile,
    DocumentState,
    DocumentVersion,
    GovernanceDocument,
)
from partnerships.rules import document_versions as rules
from partnerships.rules.lifecycle import refusal_after_the_end
from partnerships.rules.membership import refusal_of_period
from partnerships.rules.structure import refusal_of_stranger

from .allowed import enforce_keeping_documents, enforce_reading_files
from .searching import enter_document

EDITABLE = (
    "label",
    "dated",
    "agreed_by",
    "agreed_in_words",
    "agreed_on",
    "start",
    "exempt",
)
Read = tuple[Any, Outcome]


def add_version(
    *,
    document: GovernanceDocument,
    values: Mapping[str, Any],
    state: str,
    by: Any,
    uploads: Iterable[Any] = (),
    review_due: date | None = None,
    reason: str = "",
) -> DocumentVersion:
    """Record a version as it stands: a draft, agreed, or in force in the place of the one before.

    A date for the next review goes to the document; without one its date stays.
    """
    partnership = document.partnership
    enforce_keeping_documents(partnership, by=by)
    read = _read(uploads)
    with change(verb="Added a version", by=by, reason=reason, scope=partnership.scope):
        document = _held(document)
        added = DocumentVersion(document=document, state=state)
        put(added, values, allowed=EDITABLE)
        added.supersedes = _latest(document)
        _check(added)
        enforce(rules.refusal_of_review_due(review_due=review_due, start=added.start))
        if state == DocumentState.IN_FORCE:
            _end_the_one_before(added)
        added.save()
        _keep(added, read, by=by)
        if review_due is not None:
            document.review_due = review_due
            document.save()
        enter_document(document)
    return added


def agree_version(
    *,
    version: DocumentVersion,
    agreed_by: Body | None,
    agreed_in_words: str,
    agreed_on: date | None,
    by: Any,
) -> DocumentVersion:
    """Record which body agreed a draft, and when."""
    document = version.document
    with change(verb="Agreed a version", by=by, scope=document.partnership.scope):
        enforce_keeping_documents(document.partnership, by=by)
        document = _held(document)
        version = _locked(version, document)
        enforce(rules.refusal_to_agree(state=version.state))
        version.state = DocumentState.AGREED
        version.agreed_by, version.agreed_on = agreed_by, agreed_on
        version.agreed_in_words = agreed_in_words.strip()
        _check(version)
        version.save()
        enter_document(document)
    return version


def bring_into_force(*, version: DocumentVersion, start: date, by: Any) -> DocumentVersion:
    """Record from which day an agreed version is in force; the one before ends the day before."""
    document = version.document
    with change(verb="Brought a version into force", by=by, scope=document.partnership.scope):
        enforce_keeping_documents(document.partnership, by=by)
        document = _held(document)
        version = _locked(version, document)
        enforce(rules.refusal_to_bring_into_force(state=version.state))
        version.start = start
        enforce(rules.refusal_of_order(agreed_on=version.agreed_on, start=start))
        _end_the_one_before(version)
        version.state = DocumentState.IN_FORCE
        version.save()
        enter_document(document)
    return version


def withdraw_version(*, version: DocumentVersion, because: str, by: Any) -> DocumentVersion:
    """Record that a version holds no longer, and why. It stays on record."""
    document = version.document
    scope = document.partnership.scope
    with change(verb="Withdrew a version", by=by, reason=because, scope=scope):
        enforce_keeping_documents(document.partnership, by=by)
        document = _held(document)
        version = _locked(version, document)
        enforce(rules.refusal_to_withdraw(state=version.state, because=because))
        if version.state == DocumentState.IN_FORCE:
            version.end = max(clock.today(), version.start or clock.today())
        else:
            version.start = None  # it never was in force
        version.state = DocumentState.WITHDRAWN
        version.withdrawn_because = because.strip()
        version.save()
        enter_document(document)
    return version


def correct_version(
    *,
    version: DocumentVersion,
    seen: int,
    values: Mapping[str, Any],
    by: Any,
    uploads: Iterable[Any] = (),
    reason: str = "",
) -> DocumentVersion:
    """Correct what was recorded of a version, and add files to it; `seen` is how it was opened."""
    document = version.document
    enforce_keeping_documents(document.partnership, by=by)
    read = _read(uploads)
    scope = document.partnership.scope
    with change(verb="Corrected a version", by=by, reason=reason, scope=scope):
        document = _held(document)
        version = locked(DocumentVersion, version.pk, version=seen)
        version.document = document
        enforce_reading_files(version, document.partnership, by=by)
        was = version.start
        put(version, values, allowed=EDITABLE)
        _check(version)
        if version.start != was:
            _move_the_end_before(version)
        version.save()
        _keep(version, read, by=by)
        enter_document(document)
    return version


def _held(document: GovernanceDocument) -> GovernanceDocument:
    """Lock the document, so that two versions do not come into force at once."""
    partnership = document.partnership
    document = locked(GovernanceDocument, document.pk)
    document.partnership = partnership
    return document


def _locked(version: DocumentVersion, document: GovernanceDocument) -> DocumentVersion:
    version = locked(DocumentVersion, version.pk)
    version.document = document
    return version


def _latest(document: GovernanceDocument) -> DocumentVersion | None:
    """Return the version that a new one is to supersede: the one in force, or else the last."""
    versions = DocumentVersion.objects.filter(document=document)
    in_force = versions.filter(state=DocumentState.IN_FORCE).first()
    return in_force or versions.exclude(state=DocumentState.WITHDRAWN).first()


def _end_the_one_before(version: DocumentVersion) -> None:
    """End what is in force now on the day before this one's first, which must be later."""
    before = (
        DocumentVersion.objects.filter(document=version.document, state=DocumentState.IN_FORCE)
        .exclude(pk=version.pk)
        .first()
    )
    enforce(
        rules.refusal_of_start(
            start=version.start,
            today=clock.today(),
            before=before.label if before else "",
            before_from=before.start if before else None,
        )
    )
    if before is not None and version.start is not None:
        before.state = DocumentState.SUPERSEDED
        before.end = version.start - timedelta(days=1)
        before.save()
        version.supersedes = before


def _move_the_end_before(version: DocumentVersion) -> None:
    """Let the version before end the day before a corrected first day."""
    enforce(refusal_of_period(start=version.start, end=version.end))
    before = version.supersedes
    superseded = before is not None and before.state == DocumentState.SUPERSEDED
    enforce(
        rules.refusal_of_start(
            start=version.start,
            today=clock.today(),
            before=before.label if before and superseded else "",
            before_from=before.start if before and superseded else None,
        )
    )
    if before is not None and superseded and version.start is not None:
        before = locked(DocumentVersion, before.pk)
        before.end = version.start - timedelta(days=1)
        before.save()


def _check(version: DocumentVersion) -> None:
    document = version.document
    others = DocumentVersion.objects.filter(document=document).exclude(pk=version.pk)
    known = others.values_list("label", flat=True)
    enforce(rules.refusal_of_label(label=version.label, known=known))
    enforce(refusal_of_stranger(partnership_id=document.partnership_id, body=version.agreed_by))
    today = clock.today()
    enforce(rules.refusal_of_dated(dated=version.dated, state=version.state, today=today))
    ended_on = document.partnership.ended_on
    for day in (version.agreed_on, version.start):
        enforce(refusal_after_the_end(ended_on=ended_on, day=day, what="A version"))
    if version.state == DocumentState.DRAFT:
        version.start = None
        return
    enforce(
        rules.refusal_of_agreement(
            by_a_body=version.agreed_by is not None,
            in_words=version.agreed_in_words,
            on=version.agreed_on,
            today=today,
        )
    )
    if version.state == DocumentState.AGREED:
        version.start = None
    enforce(rules.refusal_of_order(agreed_on=version.agreed_on, start=version.start))


def _read(uploads: Iterable[Any]) -> Sequence[Read]:
    """Read the texts before the change set is opened: nobody waits for it meanwhile."""
    return [(upload, read_upload(upload)) for upload in uploads]


def _keep(version: DocumentVersion, read: Sequence[Read], *, by: Any) -> None:
    for upload, outcome in read:
        stored = take_upload(upload, by=by)
        keep_text(stored, outcome)
        DocumentFile(of=version, file=stored, added_on=clock.today()).save()
