"""How is it recorded that partner organisations adopted a document?"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from govreg.core import clock
from govreg.core.editing.versions import locked
from govreg.core.history.change import change
from govreg.core.refusals import enforce
from partnerships.models import DocumentAdoption, DocumentVersion, Organisation
from partnerships.rules.document_versions import refusal_of_adoption, refusal_to_adopt

from .allowed import enforce_keeping_documents


def add_adoptions(
    *,
    version: DocumentVersion,
    organisations: Sequence[Organisation],
    adopted_on: date | None,
    by: Any,
    signed_by: str = "",
    reason: str = "",
) -> list[DocumentAdoption]:
    """Record that several partners adopted a version on a day: all of them, or none.

    No day means that it is not known. `signed_by` is the post that signed for each of them.
    """
    document = version.document
    scope = document.partnership.scope
    with change(verb="Recorded who adopted a document", by=by, reason=reason, scope=scope):
        enforce_keeping_documents(document.partnership, by=by)
        version = locked(DocumentVersion, version.pk)
        version.document = document
        enforce(refusal_to_adopt(state=version.state))
        already = set(version.adoptions.values_list("organisation", flat=True))
        added = []
        for organisation in organisations:
            enforce(
                refusal_of_adoption(
                    who=organisation.name,
                    again=organisation.pk in already,
                    on=adopted_on,
                    agreed_on=version.agreed_on,
                    today=clock.today(),
                )
            )
            one = DocumentAdoption(of=version, organisation=organisation, adopted_on=adopted_on)
            one.signed_by = signed_by.strip()
            one.save()
            added.append(one)
    return added


def remove_adoption(*, adoption: DocumentAdoption, by: Any, reason: str) -> None:
    """Take away an adoption that was recorded by mistake; the history keeps it."""
    document = adoption.of.document
    scope = document.partnership.scope
    with change(verb="Took an adoption out", by=by, reason=reason, scope=scope):
        enforce_keeping_documents(document.partnership, by=by)
        locked(DocumentAdoption, adoption.pk).delete()
