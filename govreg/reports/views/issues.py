"""How are versions of a report issued, listed and taken away?"""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from govreg.core.access import Permission, access
from govreg.core.accounts import sign_in_log
from govreg.core.editing.saving import attempt
from govreg.core.files.handing_out import download
from govreg.core.refusals import enforce
from govreg.core.ui.errors import refused_page
from govreg.core.ui.pages import confirm_page
from govreg.reports.documents.document import NAMES
from govreg.reports.documents.freezing import from_json
from govreg.reports.forms.issues import IssueForm
from govreg.reports.queries.issues import asked_for, issues_of, latest_number, under_way
from govreg.reports.rendering.screen import screen_html
from govreg.reports.rules.issues import refusal_to_issue, refusal_while_made
from govreg.reports.services.asked_issues import ask_for_report
from reviews.queries.standing import may

from .loading import READERS, load_issue, load_review, trail_of


@access(*READERS)
@require_safe
def of_review(request: HttpRequest, reference: str) -> HttpResponse:
    """List a review's reports and the versions of each that were issued."""
    review = load_review(request, reference)
    found, asked = issues_of(review), {work.arguments["kind"]: work for work in under_way(review)}
    refusal = refusal_to_issue(
        status=review.status, may_issue=may(request.user, Permission.ISSUE_REPORTS, review)
    )
    return render(
        request,
        "reports/screen/issues.html",
        {
            "title": "Reports",
            "caption": review.title,
            "breadcrumbs": trail_of(review),
            "review": review,
            "kinds": [
                (kind, name, [issue for issue in found if issue.kind == kind], asked.get(kind))
                for kind, name in NAMES.items()
            ],
            "refusal": refusal,
        },
    )


@access(Permission.ISSUE_REPORTS)
@require_http_methods(["GET", "HEAD", "POST"])
def issue(request: HttpRequest, reference: str, kind: str) -> HttpResponse:
    """Say what issuing does, and ask for the version, which is made after the answer."""
    review = load_review(request, reference)
    enforce(
        refusal_to_issue(
            status=review.status, may_issue=may(request.user, Permission.ISSUE_REPORTS, review)
        )
    )
    enforce(refusal_while_made(is_being_made=asked_for(review, kind).waiting().exists()))
    earlier = latest_number(review, kind)
    form = IssueForm(request.POST or None, earlier_versions=earlier)
    if request.method == "POST" and form.is_valid():
        typed = form.values()
        asked = attempt(
            form, lambda: ask_for_report(review=review, kind=kind, by=request.user, **typed)
        )
        if asked is not None:
            messages.success(request, "The report was asked for, and is made now.")
            return redirect(asked)
    name = NAMES[kind].lower()
    return confirm_page(
        request,
        title=f"Issue the {name}",
        caption=review.title,
        breadcrumbs=trail_of(review, f"Issue the {name}"),
        will_happen=[
            f"Version {earlier + 1} of the {name} is printed, for the day you choose. That takes "
            "a few seconds to a minute; a page shows how far it is, and you can leave it.",
            "The file, its digest and everything it says are kept as they are now.",
            "Whoever may see the review can read and download it.",
            "It can never be changed or removed. A later version can take its place.",
        ],
        confirm_label=f"Issue version {earlier + 1}",
        cancel_url=reverse("reports:issues", args=[review.reference]),
        form=form,
        serious=True,
    )


@access(*READERS)
@require_safe
def version(request: HttpRequest, reference: str, kind: str, number: int) -> HttpResponse:
    """Show one issued version: what it is, and how anybody can tell that a copy is true."""
    found = load_issue(request, reference, kind, number)
    return render(
        request,
        "reports/screen/version.html",
        {
            "title": str(found),
            "caption": found.review.title,
            "breadcrumbs": trail_of(found.review, str(found)),
            "issue": found,
            "text": screen_html(from_json(found.document)),
            "latest": latest_number(found.review, kind),
        },
    )


@access(*READERS)
@require_safe
def version_pdf(request: HttpRequest, reference: str, kind: str, number: int) -> HttpResponseBase:
    """Give the very file that was issued."""
    found = load_issue(request, reference, kind, number)
    if not found.file_id:
        return refused_page(request, "The file of this version is missing.", status=404)
    sign_in_log.record(request, "downloaded", detail=found.file.name)
    return download(found.file)
