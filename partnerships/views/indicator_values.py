"""How are the figures of an indicator entered: several areas and periods on one page?"""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from govreg.core import clock
from govreg.core.access import Permission, access
from govreg.core.editing.versions import StaleVersion
from govreg.core.financial_years import FinancialYear, financial_year_of, read_financial_year
from govreg.core.history import once
from govreg.core.quarters import NUMBERS, Quarter, quarter_of
from govreg.core.refusals import Refused, enforce
from govreg.core.ui.forms.errors import SummaryLine
from partnerships.forms.indicator_values import FigureGrid
from partnerships.models import WHOLE_YEAR, Area, Indicator
from partnerships.queries.indicator_values import years_known, years_with_figures
from partnerships.rules.indicators import refusal_to_change_withdrawn
from partnerships.services.indicator_values import enter_values

from .indicator_loading import kept_indicator, under_indicator

#: Whole years stand beside each other as many as quarters do.
YEARS = 4
#: How far back the chooser of years goes; an earlier one is reached by its address.
YEARS_BACK = 12


@access(Permission.KEEP_PLANS)
def enter(request: HttpRequest, pk: int) -> HttpResponse:
    """Enter and correct figures: a row for the whole and for each area, saved together."""
    thing = kept_indicator(request, pk)
    enforce(refusal_to_change_withdrawn(withdrawn_on=thing.withdrawn_on))
    year = _year(request, thing)
    periods = _periods(thing, year)
    data = request.POST if request.method == "POST" else None
    grid = FigureGrid(thing, list(Area.objects.standing()), periods, data)
    if request.method == "POST" and grid.check():
        saved = _save(request, thing, grid)
        if saved is not None:
            messages.success(request, _told(saved))
            return redirect(thing.get_absolute_url() if saved else request.get_full_path())
    context = {
        "title": "Enter figures",
        "caption": str(thing),
        "breadcrumbs": under_indicator(thing, ("Enter figures", None)),
        "indicator": thing,
        "grid": grid,
        "year": year,
        "years": _years_offered(thing, year),
        "problems": _problems(grid),
        "once": once.new_token(),
    }
    status = 409 if grid.is_stale else 200
    return render(request, "partnerships/indicators/enter.html", context, status=status)


def _year(request: HttpRequest, thing: Indicator) -> FinancialYear:
    """Return the year of the address; without one, the last with figures, or the present one."""
    asked = read_financial_year(request.GET.get("year", "")[:20])
    told = years_with_figures(thing)
    return asked or (told[-1] if told else quarter_of(clock.today()).previous.year)


def _periods(thing: Indicator, year: FinancialYear) -> list[tuple[FinancialYear, int]]:
    """Return the periods on the page: those of them that have ended."""
    today = clock.today()
    if thing.is_yearly:
        years = [year.after(-back) for back in range(YEARS)]
        return [(one, WHOLE_YEAR) for one in sorted(years) if one.last_day <= today]
    return [(year, number) for number in NUMBERS if Quarter(year, number).last_day <= today]


def _years_offered(thing: Indicator, chosen: FinancialYear) -> list[FinancialYear]:
    """Return the last years, and those from the first with figures or targets on."""
    today = financial_year_of(clock.today())
    first = min([*years_known(thing), chosen, today.after(1 - YEARS_BACK)])
    return [today.after(-back) for back in range(today.begins - first.begins + 1)]


def _save(request: HttpRequest, thing: Indicator, grid: FigureGrid) -> int | None:
    """Save what was typed; return how many figures were saved, None where something is wrong."""
    try:
        saved = enter_values(
            indicator=thing,
            figures=grid.figures(),
            reason=grid.reason,
            on=clock.today(),
            by=request.user,
        )
    except StaleVersion as stale:
        grid.meet(stale.current)
    except Refused as refused:
        grid.refused = refused.refusal.sentence
    else:
        return len(saved)
    return None


def _told(saved: int) -> str:
    if not saved:
        return "Nothing was changed, so nothing was saved."
    return f"{saved} figure{' was' if saved == 1 else 's were'} saved."


def _problems(grid: FigureGrid) -> list[SummaryLine]:
    found: list[Any] = [SummaryLine(grid.refused, "")] if grid.refused else []
    found += [
        SummaryLine(f"{cell.label}: {cell.error}", cell.name) for cell in grid.cells if cell.error
    ]
    if grid.reason_error:
        found.append(SummaryLine(grid.reason_error, "reason"))
    return found
