"""How is a committee's follow-up report prepared, read, issued and taken away?"""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from govreg.core.access import Permission, access
from govreg.core.accounts import sign_in_log
from govreg.core.days import NOT_A_DAY, day_meant
from govreg.core.editing.pages import edit_page
from govreg.core.editing.saving import attempt
from govreg.core.files.handing_out import download
from govreg.core.pdf import PdfProblem
from govreg.core.refusals import Refusal, Refused, enforce
from govreg.core.ui.errors import refused_page
from govreg.core.ui.lists import list_response
from govreg.core.ui.pages import confirm_page
from govreg.reports.documents.follow_up import FollowUp
from govreg.reports.documents.freezing import follow_up_from_json
from govreg.reports.forms.follow_up import (
    ChangeReportForm,
    IssueFollowUpForm,
    PrepareForm,
    values_of,
)
from govreg.reports.lists.follow_up import FollowUpList
from govreg.reports.models import FollowUpIssue, FollowUpReport
from govreg.reports.queries import follow_up as queries
from govreg.reports.queries.committee_decisions import decisions_of
from govreg.reports.rendering.follow_up import (
    issued_word,
    preview_pdf,
    preview_word,
    screen_of,
)
from govreg.reports.rules.follow_up import refusal_to_change, refusal_to_keep
from govreg.reports.rules.issues import refusal_while_made
from govreg.reports.services import follow_up as services
from govreg.reports.services.committee_decisions import may_record

from .loading import LARGEST_NUMBER, READERS
from .reading import handed_out

TITLE = "Follow-up reports"
Trail = list[tuple[str, str | None]]


def trail(*steps: tuple[str, str | None]) -> Trail:
    """Return the breadcrumbs of a page under the list of follow-up reports."""
    return [("Home", "/"), (TITLE, reverse("follow-up:reports")), *steps]


def under(report: FollowUpReport, *steps: tuple[str, str | None]) -> Trail:
    """Return the breadcrumbs of a page under a report."""
    return trail((report.title, report.get_absolute_url()), *steps)


def load_report(request: HttpRequest, pk: int) -> FollowUpReport:
    """Return a report that the reader may see; anything else is a 404."""
    seen = FollowUpReport.objects.visible_to(request.user)
    found = seen.select_related("review", "partnership__scope")
    report: FollowUpReport = get_object_or_404(found, pk=pk)
    return report


def load_version(request: HttpRequest, pk: int, number: int) -> FollowUpIssue:
    """Return an issued version of a report that the reader may see; anything else is a 404."""
    if number > LARGEST_NUMBER:
        raise Http404("No report has so many versions.")
    seen = FollowUpIssue.objects.visible_to(request.user)
    found = seen.select_related("report__partnership__scope", "issued_by", "file")
    issue: FollowUpIssue = get_object_or_404(found, report=pk, number=number)
    return issue


@access(Permission.VIEW_ISSUED_REVIEWS)
def reports(request: HttpRequest) -> HttpResponseBase:
    """List the follow-up reports."""
    return list_response(
        request,
        FollowUpList,
        queries.listed(FollowUpReport.objects.visible_to(request.user)),
        title=TITLE,
        breadcrumbs=[("Home", "/"), (TITLE, None)],
        template="reports/screen/follow_up_reports.html",
        extra={"may_prepare": services.may_keep(request.user)},
    )


@access(Permission.VIEW_ISSUED_REVIEWS)
@require_safe
def report(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a report as it stands for a day, its issued versions, and what may be done."""
    thing = load_report(request, pk)
    may_keep = services.may_keep(request.user, thing)
    issues = queries.issues_of(thing)
    context: dict[str, Any] = {
        "title": thing.title,
        "caption": thing.committee,
        "breadcrumbs": trail((thing.title, None)),
        "report": thing,
        "chosen": queries.chosen_in_words(thing),
        "issues": issues,
        "may_keep": may_keep,
        "may_change": may_keep and not issues,
        "asked": queries.asked_for(thing).waiting().select_related("asked_by").first(),
        "typed": request.GET.get("as-at", "").strip()[:60],
    }
    try:
        day = _day(request, thing)
        document = queries.document_of(thing, as_at=day, user=request.user)
    except Refused as error:
        context["problem"] = error.refusal.sentence
        status = 400 if context["typed"] else 200
        return render(request, "reports/screen/follow_up_report.html", context, status=status)
    context |= {"as_at": day, "text": screen_of(document), "query": request.GET.urlencode()}
    return render(request, "reports/screen/follow_up_report.html", context)


def _day(request: HttpRequest, report: FollowUpReport) -> date:
    typed = request.GET.get("as-at", "").strip()
    day = day_meant(typed) if typed else queries.day_spoken_of(report)
    if day is None:
        raise Refused(Refusal("not-a-day", NOT_A_DAY.format(typed=typed[:40])))
    return day


@access(Permission.VIEW_ISSUED_REVIEWS)
@require_safe
def preview(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the report as it stands for a day as a PDF that says it is not issued."""
    return _handed_out(request, load_report(request, pk), preview_pdf, "pdf")


@access(Permission.VIEW_ISSUED_REVIEWS)
@require_safe
def preview_as_word(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the same as a Word file, for a system that merges agendas."""
    return _handed_out(request, load_report(request, pk), preview_word, "docx")


def _handed_out(
    request: HttpRequest, report: FollowUpReport, made: Callable[[FollowUp], bytes], ending: str
) -> HttpResponse:
    try:
        day = _day(request, report)
        content = made(queries.document_of(report, as_at=day, user=request.user))
    except Refused as error:
        return refused_page(request, error.refusal.sentence, status=400)
    except PdfProblem as error:
        return refused_page(request, str(error), status=503)
    return handed_out(request, content, f"follow-up-{report.pk}-{day.isoformat()}.{ending}")


@access(Permission.ISSUE_REPORTS)
def prepare(request: HttpRequest) -> HttpResponse:
    """Prepare a report for a meeting."""
    form = PrepareForm(
        request.POST if request.method == "POST" else None,
        user=request.user,
        initial={"since": queries.last_spoken_of(request.user)},
        cancel_url=reverse("follow-up:reports"),
    )
    return edit_page(
        request,
        form,
        save=lambda: services.prepare_report(values=form.entry(), by=request.user),
        done=lambda made: f"“{made}” was prepared. Read it before you issue it.",
        title="Prepare a follow-up report",
        breadcrumbs=trail(("Prepare a report", None)),
    )


@access(Permission.ISSUE_REPORTS)
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Change what a report is of, before a version is issued."""
    thing = load_report(request, pk)
    enforce(refusal_to_keep(may_issue=services.may_keep(request.user, thing)))
    enforce(refusal_to_change(versions=queries.latest_number(thing)))
    form = ChangeReportForm(
        request.POST if request.method == "POST" else None,
        user=request.user,
        record=thing,
        initial=values_of(thing),
        cancel_url=thing.get_absolute_url(),
    )

    def save() -> FollowUpReport:
        return services.change_report(
            report=thing,
            version=form.version,
            values=form.entry(),
            by=request.user,
            reason=form.cleaned_data["reason"],
        )

    return edit_page(
        request,
        form,
        save=save,
        done=lambda saved: f"“{saved}” was changed.",
        values_of=values_of,
        title="Change the report",
        caption=thing.title,
        breadcrumbs=under(thing, ("Change", None)),
    )


@access(Permission.ISSUE_REPORTS)
@require_http_methods(["GET", "HEAD", "POST"])
def issue(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what issuing does, and ask for the version, which is made after the answer."""
    thing = load_report(request, pk)
    enforce(refusal_to_keep(may_issue=services.may_keep(request.user, thing)))
    enforce(refusal_while_made(is_being_made=queries.asked_for(thing).waiting().exists()))
    earlier = queries.latest_number(thing)
    form = IssueFollowUpForm(
        request.POST or None,
        report=thing,
        earlier_versions=earlier,
        initial={"as_at": queries.day_spoken_of(thing)},
    )
    if request.method == "POST" and form.is_valid():
        typed = form.values()
        asked = attempt(
            form, lambda: services.ask_for_issue(report=thing, by=request.user, **typed)
        )
        if asked is not None:
            messages.success(request, "The report was asked for, and is made now.")
            return redirect(asked)
    return confirm_page(
        request,
        title="Issue the report",
        caption=thing.title,
        breadcrumbs=under(thing, ("Issue", None)),
        will_happen=[
            f"Version {earlier + 1} is printed, for the day you choose. That takes a few seconds "
            "to a minute; a page shows how far it is, and you can leave it.",
            "The file, its digest and everything it says are kept as they are now.",
            "Whoever may see what it tells of can read and download it.",
            "It can never be changed or removed. A later version can take its place.",
        ],
        confirm_label=f"Issue version {earlier + 1}",
        cancel_url=thing.get_absolute_url(),
        form=form,
        serious=True,
    )


@access(*READERS)
@require_safe
def version(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Show an issued version, and what the committee decided on it."""
    found = load_version(request, pk, number)
    context = {
        "title": f"Version {found.number}",
        "caption": found.report.title,
        "breadcrumbs": under(found.report, (f"Version {found.number}", None)),
        "issue": found,
        "report": found.report,
        "text": screen_of(follow_up_from_json(found.document)),
        "latest": queries.latest_number(found.report),
        "decisions": decisions_of(found),
        "may_record": may_record(request.user, found.report),
        "record_url": reverse("follow-up:record-decision", args=[pk, number]),
    }
    return render(request, "reports/screen/follow_up_version.html", context)


@access(*READERS)
@require_safe
def version_pdf(request: HttpRequest, pk: int, number: int) -> HttpResponseBase:
    """Give the very file that was issued."""
    found = load_version(request, pk, number)
    if not found.file_id:
        return refused_page(request, "The file of this version is missing.", status=404)
    sign_in_log.record(request, "downloaded", detail=found.file.name)
    return download(found.file)


@access(*READERS)
@require_safe
def version_as_word(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Give an issued version as a Word file; what counts is the PDF with its digest."""
    found = load_version(request, pk, number)
    return handed_out(request, issued_word(found), f"follow-up-{pk}-version-{number}.docx")
