"""How do areas compare with each other, and which figures stand behind each cell?"""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from govreg.core.access import Permission, access
from govreg.core.quarters import read_quarter
from govreg.core.ui.lists import list_response
from govreg.core.ui.lists.export import formats
from govreg.core.ui.lists.register_list import EXPORT
from partnerships.lists.area_comparison import LEGEND, ComparedLineList, quilt_rows
from partnerships.queries.area_comparison import Comparison, comparison, lines_of

from .loading import seen_partnership
from .sections import section

TITLE = "Area comparison"


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
        "files": [(one.label, _file(request, one.name)) for one in formats()],
    }
    return render(request, "partnerships/indicators/comparison.html", context)


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
