"""How do areas compare with each other, and which figures stand behind each cell?"""

from tempfile import SpooledTemporaryFile
from typing import Any
from urllib.parse import urlencode

from django.http import FileResponse, HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from govreg.core.access import Permission, access
from govreg.core.accounts.sign_in_log import Event, record
from govreg.core.quarters import read_quarter
from govreg.core.transfer.formats import FORMATS, Format
from govreg.core.ui.lists import list_response
from govreg.core.ui.lists.export import formats
from govreg.core.ui.lists.register_list import EXPORT
from partnerships.lists.area_comparison import (
    LEGEND,
    ComparedLineList,
    limit_rows,
    quilt_rows,
    table_rows,
)
from partnerships.models import Partnership
from partnerships.queries.area_comparison import Comparison, comparison, lines_of

from .loading import seen_partnership
from .sections import section

TITLE = "Area comparison"
IN_MEMORY = 1024 * 1024
#: The kinds of file that keep the shape of the table; a list leaves as lines.
WORKBOOKS = {name: one for name, one in FORMATS.items() if name != "csv"}


@access(Permission.VIEW_PARTNERSHIPS)
@require_safe
def area_comparison(request: HttpRequest, reference: str) -> HttpResponseBase:
    """Show areas by indicators in one quarter: as a table, or one area or indicator as a list."""
    partnership = seen_partnership(request, reference)
    asked = {name: request.GET.get(name, "")[:18] for name in ("period", "theme")}
    found = comparison(partnership, asked=read_quarter(asked["period"]), theme=_key(asked["theme"]))
    area = _known(request, "area", {str(one.pk) for one in found.areas})
    indicator = _known(request, "indicator", {str(one.indicator.pk) for one in found.indicators})
    page = section(partnership, "area-comparison", TITLE)
    if request.GET.get(EXPORT) in WORKBOOKS:
        return _workbook(request, partnership, found, WORKBOOKS[request.GET[EXPORT]])
    if EXPORT in request.GET:
        lines: Any = lines_of(found, area=area, indicator=indicator)
        crumbs = page["breadcrumbs"]
        return list_response(request, ComparedLineList, lines, title=TITLE, breadcrumbs=crumbs)
    kept = urlencode({name: value for name, value in asked.items() if value})
    context = {
        **page,
        "found": found,
        "lines": lines_of(found, area=area, indicator=indicator) if area or indicator else [],
        "rows": [] if area or indicator else list(quilt_rows(found, kept=kept)),
        "kept": kept,
        "chosen": _chosen(found, area, indicator),
        "area": area,
        "indicator": indicator,
        "theme": _key(asked["theme"]),
        "legend": LEGEND,
        "files": [(label, _file(request, name)) for name, label in _kinds()],
    }
    return render(request, "partnerships/indicators/comparison.html", context)


def _kinds() -> list[tuple[str, str]]:
    """Return the kinds of file on offer, those for lines first."""
    lines = [(one.name, one.label) for one in formats()]
    return lines + [(one.name, one.label) for one in WORKBOOKS.values()]


def _workbook(
    request: HttpRequest, partnership: Partnership, found: Comparison, chosen: Format
) -> HttpResponseBase:
    """Send areas by indicators as a workbook, with the limits on a second sheet."""
    stream: Any = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - the response closes it
    chosen.write(stream, TITLE, table_rows(found), limit_rows(found))
    stream.seek(0)
    name = f"{partnership.reference}-area-comparison-{found.quarter.slug}.{chosen.name}"
    detail = f"{TITLE} of {partnership}, {chosen.name}: {request.get_full_path()}"
    record(request, Event.EXPORTED, detail=detail)
    response = FileResponse(
        stream, as_attachment=True, filename=name, content_type=chosen.media_type
    )
    response["Cache-Control"] = "no-store"
    return response


def _key(text: str) -> str:
    return text if text.isascii() and text.isdigit() else ""


def _known(request: HttpRequest, name: str, keys: set[str]) -> str:
    """Return what is asked for if there is such a one."""
    asked = request.GET.get(name, "")[:18]
    return asked if asked in keys else ""


def _chosen(found: Comparison, area: str, indicator: str) -> str:
    """Return of what the list is, in words."""
    said = [one.name for one in found.areas if str(one.pk) == area]
    said += [one.indicator.name for one in found.indicators if str(one.indicator.pk) == indicator]
    return ", ".join(said)


def _file(request: HttpRequest, name: str) -> str:
    """Return where the comparison is downloaded as a kind of file."""
    query = request.GET.copy()
    query[EXPORT] = name
    return f"?{query.urlencode()}"
