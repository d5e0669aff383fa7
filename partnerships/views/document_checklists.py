"""How is a document held against the checklists of its kind?"""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from govreg.core import clock
from govreg.core.access import Permission, access
from govreg.core.questions.editions import edition_of
from partnerships.models import GovernanceDocument
from partnerships.queries.checklists import Sheet
from partnerships.queries.document_checklists import document_sheet

from .checklists import answer_page, edition_asked, edition_now
from .documents import under_document
from .loading import document_of, keeps_partnership, kept_partnership, seen_partnership


@access(Permission.VIEW_PARTNERSHIPS)
@require_safe
def checklist(request: HttpRequest, reference: str, pk: int, code: str) -> HttpResponse:
    """Show a question set with what was answered of a document."""
    partnership = seen_partnership(request, reference)
    thing = document_of(partnership, pk)
    sheet = _sheet(thing, code)
    context = {
        "title": sheet.edition.title,
        "caption": thing.title,
        "breadcrumbs": under_document(thing, (sheet.edition.title, None)),
        "partnership": partnership,
        "document": thing,
        "sheet": sheet,
        "newer": sheet.checklist and edition_now(code).number > sheet.edition.number,
        "may_keep": keeps_partnership(request, partnership),
        "answer_url": reverse("partnerships:answer-document-checklist", args=[reference, pk, code]),
    }
    return render(request, "partnerships/checklists/page.html", context)


@access(Permission.KEEP_PARTNERSHIPS)
def answer(request: HttpRequest, reference: str, pk: int, code: str) -> HttpResponse:
    """Answer a question set of a document, in the edition in force."""
    partnership = kept_partnership(request, reference)
    thing = document_of(partnership, pk)
    sheet = _sheet(thing, code)
    edition = edition_asked(request, code)
    earlier = sheet.checklist
    own = reverse("partnerships:document-checklist", args=[reference, pk, code])
    return answer_page(
        request,
        about={"partnership": partnership, "document": thing},
        edition=edition,
        earlier=earlier,
        same=bool(earlier and edition_of(earlier.question_set) == edition),
        cancel_url=own,
        caption=thing.title,
        breadcrumbs=under_document(thing, (edition.title, own), ("Answer", None)),
    )


def _sheet(thing: GovernanceDocument, code: str) -> Sheet:
    sheet = document_sheet(thing, code, on=clock.today())
    if sheet is None:
        raise Http404
    return sheet
