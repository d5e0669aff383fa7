"""How is a whole review brought in from a text in the browser, and taken out as one?"""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from govreg.core.access import Permission, access
from govreg.core.accounts.sign_in_log import Event, record
from govreg.core.files.store import safe_name
from govreg.core.transfer.models import UploadedTable
from govreg.core.transfer.uploads import keep_rows
from govreg.core.ui.pages import form_page
from partnerships.views.finished_imports import finish, no_longer_waits
from recommendations.forms.review_texts import ImportReviewForm, ReviewTextForm
from recommendations.review_texts.files import UnreadableText, read_text
from recommendations.review_texts.layout import HEADER, PARTS
from recommendations.review_texts.writing import review_in_words
from recommendations.services.review_texts import BroughtIn, import_review, preview_review
from reviews.models import Review
from reviews.queries.standing import may_begin

KIND, PLACE = "review-text", "reviews"
WITHOUT = "without responses"
A_PAGE = 100
TITLE = "Bring in a review from a text"
TRAIL: list[tuple[str, str | None]] = [("Home", "/"), ("Reviews", "/reviews/")]


@access(Permission.WRITE_REVIEWS)
def upload(request: HttpRequest) -> HttpResponse:
    """Take the text in and go to its preview; nothing is written to the register yet."""
    sent = request.method == "POST"
    form = ReviewTextForm(
        request.POST if sent else None,
        request.FILES if sent else None,
        cancel_url=reverse("reviews:list"),
    )
    if sent and form.is_valid():
        file = form.cleaned_data["file"]
        name = safe_name(file.name or "") or "review"
        try:
            text = read_text(name, file, size=file.size)
        except UnreadableText as fault:
            form.add_error("file", str(fault))
        else:
            left_out = {WITHOUT: "yes"} if form.cleaned_data["without_responses"] else {}
            by: Any = request.user
            kept = keep_rows(
                [(1, [text])], sheet=KIND, place=PLACE, by=by, name=name, choices=left_out
            )
            return redirect("recommendations:import-review-preview", kept.pk)
    return form_page(
        request,
        form,
        title=TITLE,
        breadcrumbs=[*TRAIL, (TITLE, None)],
        template="recommendations/review_texts/upload.html",
        keys=list(HEADER),
        parts=PARTS,
    )


@access(Permission.WRITE_REVIEWS)
def look_through(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what a text would bring in, and all that is wrong with it; bring it in when meant."""
    mine = UploadedTable.objects.of(request.user, sheet=KIND, place=PLACE)
    uploaded = mine.filter(pk=pk).first()
    if uploaded is None:
        choose = reverse("recommendations:import-review")
        return no_longer_waits(request, breadcrumbs=[*TRAIL, (TITLE, None)], choose=choose)
    [(_line, [text])] = uploaded.rows
    how: dict[str, Any] = {
        "by": request.user,
        "with_responses": WITHOUT not in uploaded.decided,
    }
    if request.method == "POST" and ImportReviewForm(request.POST).is_valid():
        found = import_review(text, **how)
        if found.review is not None:
            uploaded.delete()
            said = "The review was brought in. Read it through."
            return finish(request, said=said, to=found.review.get_absolute_url())
    else:
        found = preview_review(text, **how)
    form = ImportReviewForm(cancel_url=reverse("recommendations:import-review"))
    return render(
        request,
        "recommendations/review_texts/preview.html",
        {
            "title": "Check the review before it is brought in",
            "breadcrumbs": [
                *TRAIL,
                (TITLE, reverse("recommendations:import-review")),
                ("Check", None),
            ],
            "uploaded": uploaded,
            "left_out": not how["with_responses"],
            "found": found,
            "faults": _faults(request, found, text),
            "form": form,
        },
    )


def _faults(request: HttpRequest, found: BroughtIn, text: str) -> Any:
    """Return a page of what is wrong, each with the line's own words."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    told = [(fault, lines[fault.line - 1][:200]) for fault in found.faults]
    return Paginator(told, A_PAGE).get_page(request.GET.get("faults", "1")[:9])


@access(Permission.VIEW_DISCUSSED_REVIEWS)
@require_safe
def download(request: HttpRequest, reference: str) -> HttpResponse:
    """Send a review's text to those who may also read what is only discussed of it."""
    review = get_object_or_404(
        Review.objects.visible_to(request.user).select_related("structure_of"), reference=reference
    )
    name = f"{review.reference}.txt"
    record(request, Event.EXPORTED, detail=f"Text of a review: {name}")
    response = HttpResponse(review_in_words(review), content_type="text/plain; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "no-store"
    return response


def download_panel(request: HttpRequest, review: Review) -> SafeString | str:
    """Lead from a review's page to its text."""
    user: Any = request.user
    if not user.may_somewhere(Permission.VIEW_DISCUSSED_REVIEWS):
        return ""
    context = {"review": review}
    return render_to_string("recommendations/review_texts/download_panel.html", context, request)


def import_panel(request: HttpRequest, _page: Any) -> SafeString | str:
    """Lead auditors from the list of reviews to the page where one is brought in."""
    if not may_begin(request.user):
        return ""
    return render_to_string("recommendations/review_texts/import_panel.html", {}, request)
