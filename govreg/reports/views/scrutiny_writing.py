"""How is a scrutiny report prepared, written section by section, and issued?"""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from govreg.core.access import Permission, access
from govreg.core.editing.pages import edit_page, final_step_page
from govreg.core.editing.saving import attempt
from govreg.core.refusals import enforce
from govreg.core.ui.pages import confirm_page, form_page
from govreg.core.ui.words import long_date
from govreg.reports.forms.scrutiny import (
    AddScrutinySectionForm,
    ChangeScrutinyForm,
    IssueScrutinyForm,
    PrepareScrutinyForm,
    RemoveSectionForm,
    WriteSectionForm,
    header_of,
    written,
)
from govreg.reports.models import ScrutinyReport, ScrutinySection
from govreg.reports.queries import scrutiny as queries
from govreg.reports.rendering.scrutiny import screen_of_part
from govreg.reports.rules.issues import refusal_while_made
from govreg.reports.rules.scrutiny import refusal_to_write
from govreg.reports.services import scrutiny as services
from govreg.reports.services.scrutiny_issues import ask_for_issue, refusal_to_issue

from .scrutiny import load_written, trail, under


def _posted(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None


def _load_section(request: HttpRequest, pk: int) -> ScrutinySection:
    """Return a section of a report that the person writes."""
    seen = ScrutinyReport.objects.visible_to(request.user).order_by().values("pk")
    found = ScrutinySection.objects.filter(report__in=seen)
    section: ScrutinySection = get_object_or_404(
        found.select_related("report__plan__partnership__scope"), pk=pk
    )
    may_write = services.may_write(request.user, section.report)
    enforce(refusal_to_write(may_issue=may_write))
    return section


@access(Permission.ISSUE_REPORTS)
def prepare(request: HttpRequest) -> HttpResponse:
    """Prepare a report, drafted from the register."""
    form = PrepareScrutinyForm(
        _posted(request), user=request.user, cancel_url=reverse("scrutiny:reports")
    )
    return edit_page(
        request,
        form,
        save=lambda: services.prepare_scrutiny(values=form.entry(), by=request.user),
        done=lambda made: f"“{made.subject}” was drafted from the register. Go over its sections.",
        title="Prepare a scrutiny report",
        breadcrumbs=trail(("Prepare a report", None)),
    )


@access(Permission.ISSUE_REPORTS)
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Change the header."""
    thing = load_written(request, pk)
    form = ChangeScrutinyForm(
        _posted(request),
        record=thing,
        initial=header_of(thing),
        cancel_url=thing.get_absolute_url(),
    )

    def save() -> ScrutinyReport:
        return services.change_scrutiny(
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
        done=lambda saved: f"The header of “{saved.subject}” was changed.",
        values_of=header_of,
        title="Change the header",
        caption=thing.subject,
        breadcrumbs=under(thing, ("Change the header", None)),
    )


@access(Permission.ISSUE_REPORTS)
def add_section(request: HttpRequest, pk: int) -> HttpResponse:
    """Add a section at the end."""
    thing = load_written(request, pk)
    form = AddScrutinySectionForm(
        _posted(request), report=thing, cancel_url=thing.get_absolute_url()
    )
    return edit_page(
        request,
        form,
        save=lambda: services.add_section(report=thing, values=form.entry(), by=request.user),
        done=lambda added: f"“{added}” was added at the end.",
        to=thing.get_absolute_url(),
        title="Add a section",
        caption=thing.subject,
        breadcrumbs=under(thing, ("Add a section", None)),
    )


@access(Permission.ISSUE_REPORTS)
def write_section(request: HttpRequest, pk: int) -> HttpResponse:
    """Write a section anew; a preview saves nothing."""
    section = _load_section(request, pk)
    back = section.report.get_absolute_url()
    form = WriteSectionForm(
        _posted(request), record=section, initial=written(section), cancel_url=back
    )
    around: dict[str, Any] = {
        "title": "Write the section",
        "caption": str(section),
        "breadcrumbs": under(section.report, (section.title, None)),
        "template": "reports/screen/scrutiny_write.html",
    }
    if request.method == "POST" and form.is_valid() and form.is_preview:
        typed = queries.part_as_typed(section, **form.entry())
        return form_page(request, form, preview=screen_of_part(typed), **around)

    def save() -> ScrutinySection:
        return services.change_section(
            section=section, version=form.version, values=form.entry(), by=request.user
        )

    return edit_page(
        request,
        form,
        save=save,
        done=lambda saved: f"“{saved}” was saved.",
        to=back,
        values_of=written,
        **around,
    )


@access(Permission.ISSUE_REPORTS)
@require_POST
def move_section(request: HttpRequest, pk: int, way: str) -> HttpResponse:
    """Move a section one place; its paragraphs are numbered anew."""
    section = _load_section(request, pk)
    services.move_section(section=section, earlier=way == "up", by=request.user)
    messages.success(request, f"“{section}” was moved. The paragraphs are numbered anew.")
    return redirect(section.report)


@access(Permission.ISSUE_REPORTS)
def remove_section(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a section out of the draft."""
    section = _load_section(request, pk)
    report = section.report
    form = RemoveSectionForm(_posted(request), record=section)
    return final_step_page(
        request,
        form,
        save=lambda: services.remove_section(
            section=section, version=form.version, by=request.user
        ),
        done=f"“{section}” was removed.",
        to=report.get_absolute_url(),
        title="Remove the section",
        caption=str(section),
        will_happen=[
            "The section is taken out, and the sections after it are numbered anew.",
            "Versions that were issued keep it, and so does the history of the report.",
        ],
        confirm_label="Remove the section",
        serious=True,
        breadcrumbs=under(report, ("Remove a section", None)),
    )


@access(Permission.ISSUE_REPORTS)
@require_http_methods(["GET", "HEAD", "POST"])
def issue(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what issuing does, and ask for the version, which is made after the answer."""
    thing = load_written(request, pk)
    enforce(refusal_while_made(is_being_made=queries.asked_for(thing).waiting().exists()))
    enforce(refusal_to_issue(thing))
    earlier = queries.latest_number(thing)
    form = IssueScrutinyForm(request.POST or None, earlier_versions=earlier)
    if request.method == "POST" and form.is_valid():
        typed = form.values()
        asked = attempt(form, lambda: ask_for_issue(report=thing, by=request.user, **typed))
        if asked is not None:
            messages.success(request, "The report was asked for, and is made now.")
            return redirect(asked)
    return confirm_page(
        request,
        title="Issue the report",
        caption=thing.subject,
        breadcrumbs=under(thing, ("Issue", None)),
        will_happen=[
            f"It speaks of the register as at {long_date(queries.day_spoken_of(thing))}.",
            f"Version {earlier + 1} is printed. A page shows how far it is, and you can leave it.",
            "Its tables refresh no more: the file, its digest and every figure are kept as they "
            "are now.",
            "Whoever may see the partnerships of its plans can read and download it.",
            "It can never be changed or removed. A later version can take its place.",
        ],
        confirm_label=f"Issue version {earlier + 1}",
        cancel_url=thing.get_absolute_url(),
        form=form,
        serious=True,
    )
