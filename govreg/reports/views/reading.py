"""How does a person read a report on a screen, or take it away as a PDF?"""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from govreg.core import clock
from govreg.core.access import access
from govreg.core.accounts import sign_in_log
from govreg.core.days import NOT_A_DAY, day_meant
from govreg.core.pdf import PdfProblem
from govreg.core.refusals import Refusal, Refused
from govreg.core.ui.errors import refused_page
from govreg.reports.documents.build import build_review
from govreg.reports.documents.document import NAMES, ReviewDocument
from govreg.reports.rendering.imprint import preview
from govreg.reports.rendering.paper import pdf_of
from govreg.reports.rendering.screen import screen_html
from reviews.models import Review

from .loading import READERS, load_review, trail_of


@access(*READERS)
@require_safe
def read(request: HttpRequest, reference: str, kind: str) -> HttpResponse:
    """Show a report as it stands, or as at a past day."""
    review = load_review(request, reference)
    typed = request.GET.get("as-at", "").strip()
    context: dict[str, Any] = {
        "title": NAMES[kind],
        "caption": review.title,
        "breadcrumbs": trail_of(review, NAMES[kind]),
        "review": review,
        "kind": kind,
        "typed": typed[:60],
    }
    try:
        document = _document(review, kind, typed)
    except Refused as error:
        context["problem"] = error.refusal.sentence
        return render(request, "reports/screen/report.html", context, status=400)
    context["document"] = document
    context["text"] = screen_html(document)
    context["is_past"] = document.as_at < clock.today()
    return render(request, "reports/screen/report.html", context)


@access(*READERS)
@require_safe
def pdf(request: HttpRequest, reference: str, kind: str) -> HttpResponse:
    """Give a report as a PDF that says on every page that it is a preview."""
    review = load_review(request, reference)
    try:
        document = _document(review, kind, request.GET.get("as-at", "").strip())
        content = pdf_of(document, preview(document))
    except Refused as error:
        return refused_page(request, error.refusal.sentence, status=400)
    except PdfProblem as error:
        return refused_page(request, str(error), status=503)
    name = f"{review.reference}-{kind}-{document.as_at.isoformat()}-preview.pdf"
    return handed_out(request, content, name)


MEDIA_TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def handed_out(request: HttpRequest, content: bytes, name: str) -> HttpResponse:
    """Give a paper under its name, which says what sort of file it is, and note who took it."""
    sign_in_log.record(request, "downloaded", detail=name)
    response = HttpResponse(content, content_type=MEDIA_TYPES[name.rpartition(".")[2]])
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response


def _document(review: Review, kind: str, typed: str) -> ReviewDocument:
    """Return the document for the day that was typed; none means today."""
    day = day_meant(typed) if typed else None
    if typed and day is None:
        raise Refused(Refusal("not-a-day", NOT_A_DAY.format(typed=typed[:40])))
    return build_review(review, day, kind=kind)
