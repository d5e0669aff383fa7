"""How is a scrutiny report found, read and taken away?"""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from govreg.core.access import Permission, access
from govreg.core.accounts import sign_in_log
from govreg.core.files.handing_out import download
from govreg.core.pdf import PdfProblem
from govreg.core.refusals import enforce
from govreg.core.ui.errors import refused_page
from govreg.core.ui.lists import list_response
from govreg.reports.documents.freezing import scrutiny_from_json
from govreg.reports.lists.scrutiny import ScrutinyList
from govreg.reports.models import ScrutinyIssue, ScrutinyReport
from govreg.reports.queries import scrutiny as queries
from govreg.reports.queries.committee_decisions import decisions_of
from govreg.reports.rendering.scrutiny import (
    issued_word,
    preview_pdf,
    preview_word,
    screen_of,
)
from govreg.reports.rules.scrutiny import refusal_to_write
from govreg.reports.services.committee_decisions import may_record
from govreg.reports.services.scrutiny import may_write

from .loading import LARGEST_NUMBER
from .reading import handed_out

TITLE = "Scrutiny reports"
Trail = list[tuple[str, str | None]]


def trail(*steps: tuple[str, str | None]) -> Trail:
    """Return the breadcrumbs of a page under the list of scrutiny reports."""
    return [("Home", "/"), (TITLE, reverse("scrutiny:reports")), *steps]


def under(report: ScrutinyReport, *steps: tuple[str, str | None]) -> Trail:
    """Return the breadcrumbs of a page under a report."""
    return trail((report.subject, report.get_absolute_url()), *steps)


def load_report(request: HttpRequest, pk: int) -> ScrutinyReport:
    """Return a report that the reader may see; anything else is a 404."""
    seen = ScrutinyReport.objects.visible_to(request.user)
    report: ScrutinyReport = get_object_or_404(
        seen.select_related("plan__partnership__scope"), pk=pk
    )
    return report


def load_written(request: HttpRequest, pk: int) -> ScrutinyReport:
    """Return a report that the person writes."""
    report = load_report(request, pk)
    enforce(refusal_to_write(may_issue=may_write(request.user, report)))
    return report


def load_version(request: HttpRequest, pk: int, number: int) -> ScrutinyIssue:
    """Return an issued version of a report that the reader may see; anything else is a 404."""
    if number > LARGEST_NUMBER:
        raise Http404("No report has so many versions.")
    seen = ScrutinyIssue.objects.visible_to(request.user)
    found = seen.select_related("report__plan__partnership__scope", "issued_by", "file")
    issue: ScrutinyIssue = get_object_or_404(found, report=pk, number=number)
    return issue


@access(Permission.VIEW_PARTNERSHIPS)
@require_safe
def reports(request: HttpRequest) -> HttpResponseBase:
    """List the scrutiny reports."""
    return list_response(
        request,
        ScrutinyList,
        queries.listed(ScrutinyReport.objects.visible_to(request.user)),
        title=TITLE,
        breadcrumbs=[("Home", "/"), (TITLE, None)],
        template="reports/screen/scrutiny_reports.html",
        extra={"may_write": may_write(request.user)},
    )


@access(Permission.VIEW_PARTNERSHIPS)
@require_safe
def report(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the issued versions, and to those who write it the draft with its sections."""
    thing = load_report(request, pk)
    writes = may_write(request.user, thing)
    context: dict[str, Any] = {
        "title": thing.subject,
        "caption": thing.committee,
        "breadcrumbs": trail((thing.subject, None)),
        "report": thing,
        "issues": queries.issues_of(thing),
        "writes": writes,
    }
    if writes:
        document = queries.document_of(thing, on=queries.day_spoken_of(thing))
        context |= {
            "document": document,
            "text": screen_of(document),
            "sections": queries.sections_of(thing),
            "asked": queries.asked_for(thing).waiting().select_related("asked_by").first(),
        }
    return render(request, "reports/screen/scrutiny_report.html", context)


@access(Permission.ISSUE_REPORTS)
@require_safe
def draft_pdf(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the draft as a PDF that says it is not issued."""
    thing = load_written(request, pk)
    day = queries.day_spoken_of(thing)
    try:
        content = preview_pdf(queries.document_of(thing, on=day))
    except PdfProblem as error:
        return refused_page(request, str(error), status=503)
    return handed_out(request, content, f"scrutiny-{thing.pk}-{day.isoformat()}.pdf")


@access(Permission.VIEW_PARTNERSHIPS)
@require_safe
def draft_word(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the draft as a Word file, for a system that merges agendas."""
    thing = load_written(request, pk)
    day = queries.day_spoken_of(thing)
    content = preview_word(queries.document_of(thing, on=day))
    return handed_out(request, content, f"scrutiny-{thing.pk}-{day.isoformat()}.docx")


@access(Permission.VIEW_PARTNERSHIPS)
@require_safe
def version(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Show an issued version."""
    found = load_version(request, pk, number)
    context = {
        "title": found.report.subject,
        "caption": f"{found.report.committee}, version {found.number}",
        "breadcrumbs": under(found.report, (f"Version {found.number}", None)),
        "issue": found,
        "report": found.report,
        "text": screen_of(scrutiny_from_json(found.document)),
        "latest": queries.latest_number(found.report),
        "decisions": decisions_of(found),
        "may_record": may_record(request.user, found.report),
        "record_url": reverse("scrutiny:record-decision", args=[pk, number]),
    }
    return render(request, "reports/screen/scrutiny_version.html", context)


@access(Permission.VIEW_PARTNERSHIPS)
@require_safe
def version_pdf(request: HttpRequest, pk: int, number: int) -> HttpResponseBase:
    """Give the very file that was issued."""
    found = load_version(request, pk, number)
    if not found.file_id:
        return refused_page(request, "The file of this version is missing.", status=404)
    sign_in_log.record(request, "downloaded", detail=found.file.name)
    return download(found.file)


@access(Permission.VIEW_PARTNERSHIPS)
@require_safe
def version_as_word(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Give an issued version as a Word file; what counts is the PDF with its digest."""
    found = load_version(request, pk, number)
    return handed_out(request, issued_word(found), f"scrutiny-{pk}-version-{number}.docx")
