"""How are a partnership's sheets taken out, and which are there?"""

from tempfile import SpooledTemporaryFile
from typing import Any

from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from govreg.core.access import Permission, access
from govreg.core.accounts.sign_in_log import Event, record
from govreg.core.refusals import Refused
from govreg.core.transfer.formats import FORMATS
from partnerships.models import Partnership
from partnerships.sheets.binding import OfPartnership
from partnerships.sheets.every import KINDS

from .loading import seen_partnership
from .partnerships import trail
from .sections import section

TITLE = "Spreadsheets"
IN_MEMORY = 1024 * 1024


def under_spreadsheets(partnership: Partnership, *steps: tuple[str, str | None]) -> list:
    """Return the breadcrumbs of a page under a partnership's spreadsheets."""
    here = reverse("partnerships:spreadsheets", args=[partnership.reference])
    return trail((partnership.name, partnership.get_absolute_url()), (TITLE, here), *steps)


def bound(partnership: Partnership, kind: str, request: HttpRequest) -> OfPartnership:
    """Return a sheet of a partnership for the person. Raises Http404 where there is no such."""
    if kind not in KINDS:
        raise Http404
    return KINDS[kind](partnership, by=request.user)


@access(Permission.VIEW_PARTNERSHIPS)
@require_safe
def spreadsheets(request: HttpRequest, reference: str) -> HttpResponse:
    """Show which sheets can be taken out, and which the person may import."""
    partnership = seen_partnership(request, reference)
    kinds = [_shown(KINDS[kind](partnership, by=request.user)) for kind in KINDS]
    context = {
        **section(partnership, "spreadsheets", TITLE),
        "kinds": kinds,
        "formats": list(FORMATS.values()),
        "may_import": any(kind["refusal"] is None for kind in kinds),
    }
    return render(request, "partnerships/spreadsheets/list.html", context)


def _shown(binding: OfPartnership) -> dict[str, Any]:
    refusal = None
    try:
        binding.enforce_allowed()
    except Refused as refused:
        refusal = refused.refusal
    return {"sheet": binding.sheet, "refusal": refusal}


@access(Permission.VIEW_PARTNERSHIPS)
@require_safe
def download(request: HttpRequest, reference: str, kind: str, form: str) -> HttpResponseBase:
    """Send a sheet as a file, with what the person may see and nothing else."""
    partnership = seen_partnership(request, reference)
    binding = bound(partnership, kind, request)
    if form not in FORMATS:
        raise Http404
    chosen, sheet = FORMATS[form], binding.sheet
    stream: Any = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - the response closes it
    chosen.write(stream, sheet.title, binding.export_rows(), sheet.guidance())
    stream.seek(0)
    name = f"{partnership.reference}-{sheet.key}.{chosen.name}"
    record(request, Event.EXPORTED, detail=f"{sheet.title} of {partnership}, {form}: {name}")
    response = FileResponse(
        stream, as_attachment=True, filename=name, content_type=chosen.media_type
    )
    response["Cache-Control"] = "no-store"
    return response
