"""Which checklists does a document's kind call for, and what has been answered of them?"""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from govreg.core.questions.editions import editions_in_force
from partnerships.models import Checklist, GovernanceDocument
from partnerships.rules.documents import OF_THE_PARTNERSHIP, checklists_for

from .checklists import Sheet, made_sheet, with_answers


@dataclass(frozen=True, slots=True)
class DocumentSheet:
    """One question set for a document.

    `own` says whether the answers shown are the document's; they may be those that were given for
    the partnership as a whole. `asked_of_document` says where it is to be answered.
    """

    sheet: Sheet
    own: bool
    asked_of_document: bool


def document_sheets(document: GovernanceDocument, *, on: date) -> list[DocumentSheet]:
    """Return the sheets that the document's kind calls for, answered or not, by title."""
    wanted = checklists_for(document.kind)
    if not wanted:
        return []
    kept = with_answers(
        Checklist.objects.filter(
            Q(document=document) | Q(document=None),
            partnership=document.partnership_id,
            question_set__code__in=wanted,
        )
    )
    latest = {(row.document_id, row.question_set.code): row for row in kept}
    found = []
    for edition in editions_in_force(on=on):
        if edition.code in wanted:
            own = latest.get((document.pk, edition.code))
            shown = own or latest.get((None, edition.code))
            to_document = edition.code not in OF_THE_PARTNERSHIP
            found.append(DocumentSheet(made_sheet(edition, shown), own is not None, to_document))
    return found


def document_sheet(document: GovernanceDocument, code: str, *, on: date) -> Sheet | None:
    """Return one sheet of a document with its own answers alone, or None where none is asked."""
    if code in OF_THE_PARTNERSHIP:
        return None
    for one in document_sheets(document, on=on):
        if one.sheet.edition.code == code:
            edition = next(e for e in editions_in_force(on=on) if e.code == code)
            return one.sheet if one.own else made_sheet(edition, None)
    return None
