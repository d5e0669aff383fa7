"""How is a spreadsheet uploaded, looked through and imported?"""

from io import BytesIO
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from govreg.core.access import Permission, access
from govreg.core.history.models import ChangedRow, ChangeSet
from govreg.core.transfer.cells import made_inert
from govreg.core.transfer.formats import FORMATS, Unreadable
from govreg.core.transfer.importing import ChangedSincePreview, import_table, preview
from govreg.core.transfer.models import UploadedTable
from govreg.core.transfer.plan import CHANGED, NEW, REFUSED, Draft, Plan
from govreg.core.transfer.previews import Shown
from govreg.core.transfer.table import Table, read_table
from govreg.core.transfer.uploads import decide_names, keep_upload
from govreg.core.ui.pages import form_page
from partnerships.forms.spreadsheets import ImportForm, NamesForm, SpreadsheetForm
from partnerships.models import Partnership
from partnerships.sheets.binding import OfPartnership
from partnerships.sheets.every import place_of

from .desks import CHANGED_MEANWHILE, page_of
from .finished_imports import finish, no_longer_waits
from .loading import keeps_reference, seen_partnership
from .spreadsheets import bound, under_spreadsheets


def _opened(request: HttpRequest, reference: str, kind: str) -> tuple[Partnership, OfPartnership]:
    """Return a partnership and a sheet of it that the person may import. Raises Refused."""
    partnership = seen_partnership(request, reference)
    binding = bound(partnership, kind, request)
    binding.enforce_allowed()
    return partnership, binding


@access(Permission.KEEP_MEMBERSHIP, Permission.KEEP_PARTNERSHIPS)
def upload(request: HttpRequest, reference: str, kind: str) -> HttpResponse:
    """Take a file in and go to the preview; nothing is written to the register yet."""
    partnership, binding = _opened(request, reference, kind)
    sheet = binding.sheet
    sent = request.method == "POST"
    form = SpreadsheetForm(
        request.POST if sent else None,
        request.FILES if sent else None,
        cancel_url=reverse("partnerships:spreadsheets", args=[reference]),
    )
    if sent and form.is_valid():
        try:
            table = keep_upload(
                form.cleaned_data["file"], sheet=sheet, place=place_of(partnership), by=request.user
            )
        except Unreadable as fault:
            form.add_error("file", str(fault))
        else:
            return redirect("partnerships:import-preview", reference, kind, table.pk)
    title = f"Import {sheet.noun[1]}"
    return form_page(
        request,
        form,
        title=title,
        caption=partnership.name,
        breadcrumbs=under_spreadsheets(partnership, (title, None)),
        template="partnerships/spreadsheets/upload.html",
        columns=sheet.columns,
        partnership=partnership,
    )


@access(Permission.KEEP_MEMBERSHIP, Permission.KEEP_PARTNERSHIPS)
def look_through(request: HttpRequest, reference: str, kind: str, pk: int) -> HttpResponse:
    """Show what a file would change; import it when that is meant, whole or not at all."""
    partnership, binding = _opened(request, reference, kind)
    mine = UploadedTable.objects.of(request.user, sheet=kind, place=place_of(partnership))
    uploaded = mine.filter(pk=pk).first()
    if uploaded is None:
        title = f"Import {binding.sheet.noun[1]}"
        return no_longer_waits(
            request,
            breadcrumbs=under_spreadsheets(partnership, (title, None)),
            choose=reverse("partnerships:import-spreadsheet", args=[reference, kind]),
            caption=partnership.name,
        )
    binding.choices = uploaded.decided
    table = read_table(binding.sheet, uploaded.rows)
    if request.method == "POST" and "names" not in request.POST:
        form = ImportForm(request.POST)
        seen = form.cleaned_data.get("seen", "") if form.is_valid() else ""
        try:
            plan = import_table(binding, table, seen=seen)
        except ChangedSincePreview:
            messages.warning(request, CHANGED_MEANWHILE)
            binding, table = _again(partnership, kind, request, uploaded)
        else:
            uploaded.delete()
            done = reverse("partnerships:imported", args=[reference, kind, plan.change_set.pk])
            return finish(request, said=_written(plan), to=done)
    if request.method == "GET" and request.GET.get("download") == "refused":
        return _refused_file(binding, table)
    refused = Shown(REFUSED, page=request.GET.get("refused", ""))
    to_write = Shown(NEW, CHANGED, page=request.GET.get("changes", ""))
    plan = preview(binding, table, refused, to_write)
    names = _names_form(request, plan)
    if names is not None and names.is_bound and names.is_valid():
        decide_names(uploaded, names.decided())
        return redirect(request.path)
    return _preview_page(
        request,
        binding,
        uploaded,
        plan,
        names=names,
        refused=refused.page,
        to_write=to_write.page,
    )


def _refused_file(binding: OfPartnership, table: Table) -> HttpResponse:
    """Return what is wrong with the refused rows as a file, line by line, to correct it by."""
    rows: list[list[str]] = []

    def told(draft: Draft) -> None:
        for one in draft.problems:
            words = (draft.name, one.heading, one.sentence)
            rows.append([str(draft.line), *map(made_inert, words)])

    preview(binding, table, told)
    stream = BytesIO()
    chosen = FORMATS["csv"]
    headings = ["Line", "Row", "Column", "What is wrong"]
    chosen.write(stream, binding.sheet.title, [headings, *rows], [])
    response = HttpResponse(stream.getvalue(), content_type=chosen.media_type)
    name = f"{binding.partnership.reference}-{binding.sheet.key}-refused.csv"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "no-store"
    return response


def _written(plan: Plan) -> str:
    new, changed = plan.counts[NEW], plan.counts[CHANGED]
    rows = "1 row was" if new == 1 else f"{new} rows were"
    return f"The file was imported: {rows} added and {changed} changed."


def _again(
    partnership: Partnership, kind: str, request: HttpRequest, uploaded: UploadedTable
) -> tuple[OfPartnership, Any]:
    binding = bound(partnership, kind, request)
    binding.choices = uploaded.decided
    return binding, read_table(binding.sheet, uploaded.rows)


def _names_form(request: HttpRequest, plan: Plan) -> NamesForm | None:
    if not plan.unknown:
        return None
    sent = request.method == "POST" and "names" in request.POST
    return NamesForm(
        request.POST if sent else None, unknown=plan.unknown, keeps_names=keeps_reference(request)
    )


def _preview_page(
    request: HttpRequest,
    binding: OfPartnership,
    uploaded: UploadedTable,
    plan: Plan,
    **shown: Any,
) -> HttpResponse:
    partnership = binding.partnership
    form = ImportForm(initial={"seen": plan.digest})
    spreadsheets = reverse("partnerships:spreadsheets", args=[partnership.reference])
    form.submit_label = "Import all of these"  # type: ignore[attr-defined]
    form.cancel_url = spreadsheets  # type: ignore[attr-defined]
    title = f"Check {binding.sheet.noun[1]} before importing"
    context = {
        "title": title,
        "caption": partnership.name,
        "breadcrumbs": under_spreadsheets(partnership, (title, None)),
        "partnership": partnership,
        "sheet": binding.sheet,
        "uploaded": uploaded,
        "plan": plan,
        "counts": plan.counts,
        "keeps_names": keeps_reference(request),
        "import_form": form,
        **shown,
        "notices": page_of(request, plan.notices, "notices"),
    }
    return render(request, "partnerships/spreadsheets/preview.html", context)


@access(Permission.VIEW_PARTNERSHIPS)
@require_safe
def imported(request: HttpRequest, reference: str, kind: str, pk: int) -> HttpResponse:
    """Say to who imported it what was written, with links to the records."""
    partnership = seen_partnership(request, reference)
    binding = bound(partnership, kind, request)
    done = get_object_or_404(
        ChangeSet, pk=pk, by=request.user, scope=partnership.scope, verb=binding.verb
    )
    rows = ChangedRow.objects.filter(change_set=done, model=binding.model._meta.label_lower)
    kinds = dict(rows.order_by("-pk").values_list("object_id", "kind"))
    page = page_of(request, sorted(kinds), "page")
    held = {one.reference: one for one in binding.held(only=list(page))}
    added = sum(1 for kind_of_row in kinds.values() if kind_of_row == "+")
    title = f"{binding.sheet.noun[1].capitalize()} imported"
    context = {
        "title": title,
        "caption": partnership.name,
        "breadcrumbs": under_spreadsheets(partnership, (title, None)),
        "partnership": partnership,
        "sheet": binding.sheet,
        "page": page,
        "lines": [
            (binding.name_of(held[key].values), binding.address_of(held[key].record), kinds[key])
            for key in page
            if key in held
        ],
        "added": added,
        "changed": len(kinds) - added,
    }
    return render(request, "partnerships/spreadsheets/imported.html", context)
