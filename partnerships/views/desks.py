"""How is any sheet with a page of its own sent, taken in, looked through and imported?

What differs from sheet to sheet (who may, of which records, where it leads) is told by its view.
"""

from collections.abc import Callable
from dataclasses import dataclass
from tempfile import SpooledTemporaryFile
from typing import Any

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render

from govreg.core.accounts.sign_in_log import Event, record
from govreg.core.transfer.binding import Binding
from govreg.core.transfer.formats import FORMATS, Unreadable
from govreg.core.transfer.importing import ChangedSincePreview, import_table, preview
from govreg.core.transfer.models import UploadedTable
from govreg.core.transfer.plan import CHANGED, NEW, REFUSED, Plan
from govreg.core.transfer.previews import A_PAGE, Shown
from govreg.core.transfer.table import Table, read_table
from govreg.core.transfer.uploads import keep_upload
from govreg.core.ui.pages import form_page
from partnerships.forms.spreadsheets import ImportForm, SpreadsheetForm

from .finished_imports import finish, no_longer_waits

IN_MEMORY = 1024 * 1024
CHANGED_MEANWHILE = (
    "Nothing was imported: the register changed after you were shown the preview, or the preview "
    "was not sent with your answer. Look through it again as it is now."
)


@dataclass(frozen=True, slots=True)
class Desk:
    """Where one sheet is brought in: its place, its titles, and where its pages lead.

    `needs` are headings without which a file is another sheet; `template` is the page on which it
    is taken out and brought back.
    """

    sheet: Any
    place: str
    title: str
    breadcrumbs: list[tuple[str, str | None]]
    back: str
    upload: str
    needs: tuple[str, ...]
    template: str
    caption: str = ""


def send(request: HttpRequest, binding: Binding, form: str, name: str) -> HttpResponseBase:
    """Send a sheet as a file in one of the formats; the export is kept in the access log."""
    if form not in FORMATS:
        raise Http404
    chosen, sheet = FORMATS[form], binding.sheet
    stream: Any = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - the response closes it
    chosen.write(stream, sheet.title, binding.export_rows(), sheet.guidance())
    stream.seek(0)
    name = f"{name}.{chosen.name}"
    record(request, Event.EXPORTED, detail=f"{sheet.title}, {form}: {name}")
    response = FileResponse(
        stream, as_attachment=True, filename=name, content_type=chosen.media_type
    )
    response["Cache-Control"] = "no-store"
    return response


def take_in(
    request: HttpRequest, desk: Desk, *, leads_to: Callable[[int], str], **context: Any
) -> HttpResponse:
    """Take a file in and go to its preview; nothing is written to the register yet."""
    sent = request.method == "POST"
    form = SpreadsheetForm(
        request.POST if sent else None, request.FILES if sent else None, cancel_url=desk.back
    )
    if sent and form.is_valid():
        try:
            kept = keep_upload(
                form.cleaned_data["file"], sheet=desk.sheet, place=desk.place, by=request.user
            )
            _refuse_another_sheet(desk, kept)
        except Unreadable as fault:
            form.add_error("file", str(fault))
        else:
            return redirect(leads_to(kept.pk))
    return form_page(
        request,
        form,
        title=desk.title,
        caption=desk.caption,
        breadcrumbs=desk.breadcrumbs,
        template=desk.template,
        formats=list(FORMATS.values()),
        columns=desk.sheet.columns,
        **context,
    )


def look_through(
    request: HttpRequest,
    pk: int,
    desk: Desk,
    *,
    bind: Callable[[Table], Binding],
    done: Callable[[Plan], str],
) -> HttpResponse:
    """Show what a file would do; import it when that is meant, whole or not at all."""
    mine = UploadedTable.objects.of(request.user, sheet=desk.sheet.key, place=desk.place)
    uploaded = mine.filter(pk=pk).first()
    if uploaded is None:
        return no_longer_waits(
            request, breadcrumbs=desk.breadcrumbs, choose=desk.upload, caption=desk.caption
        )
    table = read_table(desk.sheet, uploaded.rows)
    if request.method == "POST":
        form = ImportForm(request.POST)
        seen = form.cleaned_data.get("seen", "") if form.is_valid() else ""
        try:
            plan = import_table(bind(table), table, seen=seen)
        except ChangedSincePreview:
            messages.warning(request, CHANGED_MEANWHILE)
        else:
            uploaded.delete()
            return finish(request, said=done(plan), to=desk.back)
    refused = Shown(REFUSED, page=request.GET.get("refused", ""))
    to_write = Shown(NEW, CHANGED, page=request.GET.get("changes", ""))
    plan = preview(bind(table), table, refused, to_write)
    form = ImportForm(initial={"seen": plan.digest})
    form.submit_label = "Import all of these"  # type: ignore[attr-defined]
    form.cancel_url = desk.back  # type: ignore[attr-defined]
    context = {
        "title": "Check the sheet before importing",
        "caption": desk.caption,
        "breadcrumbs": [*desk.breadcrumbs[:-1], (desk.title, desk.upload), ("Check", None)],
        "desk": desk,
        "uploaded": uploaded,
        "plan": plan,
        "counts": plan.counts,
        "written": plan.counts[NEW] + plan.counts[CHANGED],
        "import_form": form,
        "refused": refused.page,
        "to_write": to_write.page,
        "notices": page_of(request, plan.notices, "notices"),
    }
    return render(request, "partnerships/spreadsheets/desk.html", context)


def _refuse_another_sheet(desk: Desk, kept: UploadedTable) -> None:
    missing = set(desk.needs) & set(read_table(desk.sheet, kept.rows).missing)
    if missing:
        kept.delete()
        names = ", ".join(f"“{heading}”" for heading in desk.needs if heading in missing)
        raise Unreadable(
            f"This is another sheet: its first line has no heading {names}. Choose a file that was "
            "made from the sheet on this page."
        )


def page_of(request: HttpRequest, rows: list[Any], name: str) -> Page:
    """Return the page of some rows that the address asks for under a name."""
    return Paginator(rows, A_PAGE).get_page(request.GET.get(name, "1")[:9])
