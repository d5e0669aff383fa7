"""How are governance documents found, read, recorded and changed?"""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from govreg.core import clock
from govreg.core.access import Permission, access
from govreg.core.accounts.sign_in_log import Event
from govreg.core.accounts.sign_in_log import record as log
from govreg.core.editing.pages import edit_page
from govreg.core.files.handing_out import download
from govreg.core.ui.components import SummaryRow
from govreg.core.ui.lists import list_response
from govreg.core.ui.lists.cells import link
from partnerships.forms.documents import (
    ChangeDocumentForm,
    MatrixForm,
    NewDocumentForm,
    values_of,
)
from partnerships.lists.documents import (
    DocumentList,
    PartnershipDocumentList,
    review_tag,
)
from partnerships.models import (
    REVIEWED,
    DocumentFile,
    DocumentState,
    GovernanceDocument,
    Partnership,
)
from partnerships.queries.document_checklists import document_sheets
from partnerships.queries.document_matrix import document_matrix
from partnerships.queries.documents import STATE_COLOURS, document_page, documents_seen
from partnerships.rules.document_versions import refusal_to_adopt
from partnerships.rules.documents import refusal_to_review
from partnerships.services.documents import add_document, describe_document

from .loading import (
    document_of,
    keeps_documents,
    keeps_partnership,
    partnership_with_kept_documents,
    seen_partnership,
)
from .partnerships import trail
from .sections import section
from .steps import Step

TITLE = "Documents"


def under_documents(partnership: Partnership, *steps: tuple[str, str | None]) -> list:
    """Return the breadcrumbs of a page under a partnership's documents."""
    documents = reverse("partnerships:partnership-documents", args=[partnership.reference])
    return trail((partnership.name, partnership.get_absolute_url()), (TITLE, documents), *steps)


def under_document(document: GovernanceDocument, *steps: tuple[str, str | None]) -> list:
    """Return the breadcrumbs of a step of one document."""
    here = (document.title, document.get_absolute_url())
    return under_documents(document.partnership, here, *steps)


@access(Permission.VIEW_PARTNERSHIPS)
def documents(request: HttpRequest) -> HttpResponseBase:
    """List the documents of every partnership that the person may see."""
    return list_response(
        request,
        DocumentList,
        documents_seen(request.user, on=clock.today()),
        title="Governance documents",
        breadcrumbs=trail(("Governance documents", None)),
    )


@access(Permission.VIEW_PARTNERSHIPS)
def partnership_documents(request: HttpRequest, reference: str) -> HttpResponseBase:
    """List the documents of one partnership and its bodies."""
    partnership = seen_partnership(request, reference)
    page = section(partnership, "documents", TITLE)
    return list_response(
        request,
        PartnershipDocumentList,
        documents_seen(request.user, on=clock.today()).filter(partnership=partnership),
        title=TITLE,
        breadcrumbs=page["breadcrumbs"],
        template="partnerships/documents/list.html",
        extra={
            **page,
            "may_keep": keeps_documents(request, partnership),
        },
    )


@access(Permission.VIEW_PARTNERSHIPS)
@require_safe
def by_body(request: HttpRequest, reference: str) -> HttpResponse:
    """Show which kinds of document each body has on a day, and which it has not."""
    partnership = seen_partnership(request, reference)
    form = MatrixForm(request.GET if "on" in request.GET or "on_day" in request.GET else None)
    on = clock.today()
    if form.is_bound and form.is_valid() and form.cleaned_data["on"]:
        on = form.cleaned_data["on"]
    title = "Documents by body"
    context = {
        "title": title,
        "caption": partnership.name,
        "breadcrumbs": under_documents(partnership, (title, None)),
        "partnership": partnership,
        "form": form,
        "on": on,
        "matrix": document_matrix(partnership, on=on),
    }
    return render(request, "partnerships/documents/by_body.html", context)


@access(Permission.VIEW_PARTNERSHIPS)
@require_safe
def document(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Show one document: its versions, who adopted it, its checklists and its reviews."""
    partnership = seen_partnership(request, reference)
    thing: Any = document_of(partnership, pk)
    page = document_page(thing, request.user, on=clock.today())
    keeps = keeps_documents(request, partnership)
    state = DocumentState(thing.standing)
    context = {
        "title": thing.title,
        "caption": f"{thing.get_kind_display()}, {thing.body or partnership}",
        "breadcrumbs": under_documents(partnership, (thing.title, None)),
        "partnership": partnership,
        "document": thing,
        "page": page,
        "sheets": document_sheets(thing, on=clock.today()),
        "rows": _rows(thing),
        "state": state,
        "reviewed": REVIEWED,
        "state_colour": STATE_COLOURS[state],
        "review_tag": review_tag(thing),
        "may_keep": keeps,
        "may_answer": keeps_partnership(request, partnership),
        "steps": _steps(thing) if keeps else [],
    }
    return render(request, "partnerships/documents/page.html", context)


def _rows(thing: Any) -> list[SummaryRow]:
    whose = link(thing.body.get_absolute_url(), thing.body) if thing.body else thing.of_whom
    owner = link(thing.owner.get_absolute_url(), thing.owner) if thing.owner else None
    return [
        SummaryRow("Governs", whose),
        *(
            SummaryRow("Agreement of", link(one.get_absolute_url(), one))
            for one in thing.agreement_of.select_related("partnership")
        ),
        SummaryRow("Owner", owner),
        SummaryRow("Review due", thing.review_due),
        SummaryRow("Notes", thing.notes),
    ]


def _steps(thing: Any) -> list[Step]:
    """Return what can be done with a document now, and why not."""
    args = [thing.partnership.reference, thing.pk]
    review = refusal_to_review(reviewed=thing.standing in REVIEWED)
    adopt = refusal_to_adopt(state=thing.standing)
    return [
        Step("Add a version", reverse("partnerships:add-version", args=args)),
        Step("Change the document", reverse("partnerships:change-document", args=args)),
        Step("Record a review", reverse("partnerships:review-document", args=args), review),
        Step("Record who adopted it", reverse("partnerships:add-adoptions", args=args), adopt),
    ]


@access(Permission.KEEP_MEMBERSHIP)
def add(request: HttpRequest, reference: str) -> HttpResponse:
    """Record a document with its first version."""
    partnership = partnership_with_kept_documents(request, reference)
    posted = request.method == "POST"
    form = NewDocumentForm(
        request.POST if posted else None,
        request.FILES if posted else None,
        partnership=partnership,
        initial={
            "body": request.GET.get("body", "")[:20],
            "kind": request.GET.get("kind", "")[:24],
        },
        cancel_url=reverse("partnerships:partnership-documents", args=[reference]),
    )

    def save() -> GovernanceDocument:
        return add_document(
            partnership=partnership,
            values=form.entry(),
            first=form.version_values(),
            state=form.cleaned_data["state"],
            uploads=form.cleaned_data["files"],
            by=request.user,
        )

    title = "Record a document"
    return edit_page(
        request,
        form,
        save=save,
        done=lambda made: f"“{made}” was recorded.",
        title=title,
        caption=partnership.name,
        breadcrumbs=under_documents(partnership, (title, None)),
    )


@access(Permission.KEEP_MEMBERSHIP)
def change(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Change what is recorded of a document."""
    partnership = partnership_with_kept_documents(request, reference)
    thing = document_of(partnership, pk)
    form = ChangeDocumentForm(
        request.POST if request.method == "POST" else None,
        record=thing,
        initial=values_of(thing),
        cancel_url=thing.get_absolute_url(),
    )

    def save() -> GovernanceDocument:
        return describe_document(
            document=thing,
            version=form.version,
            values=form.entry(),
            by=request.user,
            reason=form.cleaned_data["reason"],
        )

    return edit_page(
        request,
        form,
        save=save,
        done=lambda saved: f"“{saved}” was saved.",
        values_of=values_of,
        title="Change the document",
        caption=thing.title,
        breadcrumbs=under_document(thing, ("Change", None)),
    )


@access(Permission.VIEW_PARTNERSHIPS)
@require_safe
def file(request: HttpRequest, reference: str, pk: int, file_pk: int) -> HttpResponseBase:
    """Send a file of a document to somebody who may read it."""
    partnership = seen_partnership(request, reference)
    thing = document_of(partnership, pk)
    found = DocumentFile.objects.visible_to(request.user).filter(of__document=thing)
    wanted = get_object_or_404(found.select_related("file", "of"), pk=file_pk)
    # The log is read by people who may not know what is exempt, be it the name of its file.
    named = "" if wanted.of.exempt else f": {wanted.file.name}"
    log(request, Event.DOWNLOADED, detail=f"Document file {wanted.pk}{named}")
    return download(wanted.file)
