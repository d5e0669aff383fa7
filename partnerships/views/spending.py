"""How are money spent, money saved and reports to the partners recorded?"""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from govreg.core import clock
from govreg.core.access import Permission, access
from govreg.core.editing.pages import edit_page
from govreg.core.financial_years import financial_year_of
from partnerships.forms import financial_reports as report_forms
from partnerships.forms import spending as forms
from partnerships.models import Efficiency, Expenditure, FinancialReport, FundingArrangement
from partnerships.queries.financial_reports import expected_of
from partnerships.services.financial_reports import correct_report, record_report
from partnerships.services.spending import (
    add_efficiency,
    add_expenditure,
    correct_efficiency,
    correct_expenditure,
)

from .funding import under_funding
from .loading import funding_of, kept_partnership

Made = Callable[..., Any]


@access(Permission.KEEP_PARTNERSHIPS)
def add_spending(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Record money spent."""
    form = forms.NewSpendingForm
    return _add(request, (reference, pk), form, add_expenditure, title="Record money spent")


@access(Permission.KEEP_PARTNERSHIPS)
def correct_spending(request: HttpRequest, reference: str, pk: int, row_pk: int) -> HttpResponse:
    """Correct an amount spent."""
    arrangement = funding_of(kept_partnership(request, reference), pk)
    row = get_object_or_404(Expenditure, arrangement=arrangement, pk=row_pk)
    form = _correcting(request, forms.CorrectSpendingForm, row, arrangement, forms.spending_values)
    return _corrected(
        request,
        form,
        arrangement,
        forms.spending_values,
        lambda: correct_expenditure(expenditure=row, **_given(form, request)),
    )


@access(Permission.KEEP_PARTNERSHIPS)
def add_saving(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Record a saving."""
    form = forms.NewSavingForm
    return _add(request, (reference, pk), form, add_efficiency, title="Record a saving")


@access(Permission.KEEP_PARTNERSHIPS)
def correct_saving(request: HttpRequest, reference: str, pk: int, row_pk: int) -> HttpResponse:
    """Correct a saving."""
    arrangement = funding_of(kept_partnership(request, reference), pk)
    row = get_object_or_404(Efficiency, arrangement=arrangement, pk=row_pk)
    form = _correcting(request, forms.CorrectSavingForm, row, arrangement, forms.saving_values)
    return _corrected(
        request,
        form,
        arrangement,
        forms.saving_values,
        lambda: correct_efficiency(efficiency=row, **_given(form, request)),
    )


@access(Permission.KEEP_PARTNERSHIPS)
def report(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Record that a report went to the partners."""
    arrangement = funding_of(kept_partnership(request, reference), pk)
    expected = expected_of(arrangement, on=clock.today())
    form = report_forms.RecordReportForm(
        request.POST if request.method == "POST" else None,
        still_open=[one for one in expected if one.sent_on is None],
        initial={"sent_on": clock.today(), "report": request.GET.get("report", "")[:40]},
        cancel_url=arrangement.get_absolute_url(),
    )

    def save() -> Any:
        kind, period_end = form.period()
        return record_report(
            arrangement=arrangement,
            kind=kind,
            period_end=period_end,
            sent_on=form.cleaned_data["sent_on"],
            note=form.cleaned_data["note"] or "",
            by=request.user,
        )

    return edit_page(
        request,
        form,
        save=save,
        done=lambda saved: f"{saved} was recorded.",
        title="Record a report to the partners",
        caption=arrangement.name,
        breadcrumbs=under_funding(arrangement, "Record a report"),
    )


@access(Permission.KEEP_PARTNERSHIPS)
def correct_sent(request: HttpRequest, reference: str, pk: int, row_pk: int) -> HttpResponse:
    """Correct what is recorded of a report."""
    arrangement = funding_of(kept_partnership(request, reference), pk)
    row = get_object_or_404(FinancialReport, arrangement=arrangement, pk=row_pk)
    values_of = report_forms.values_of
    form = _correcting(request, report_forms.CorrectReportForm, row, arrangement, values_of)

    def save() -> Any:
        return correct_report(
            report=row,
            version=form.version,
            sent_on=form.cleaned_data["sent_on"],
            note=form.cleaned_data["note"] or "",
            by=request.user,
            reason=form.cleaned_data["reason"],
        )

    return _corrected(request, form, arrangement, values_of, save)


def _add(
    request: HttpRequest, place: tuple[str, int], kind: Any, add: Made, *, title: str
) -> HttpResponse:
    reference, pk = place
    arrangement = funding_of(kept_partnership(request, reference), pk)
    form = kind(
        request.POST if request.method == "POST" else None,
        initial={"financial_year": str(financial_year_of(clock.today()))},
        cancel_url=arrangement.get_absolute_url(),
    )
    return edit_page(
        request,
        form,
        save=lambda: add(arrangement=arrangement, values=form.entry(), by=request.user),
        done=lambda saved: "It was recorded.",
        title=title,
        caption=arrangement.name,
        breadcrumbs=under_funding(arrangement, title),
    )


def _correcting(
    request: HttpRequest, kind: Any, row: Any, arrangement: FundingArrangement, values_of: Made
) -> Any:
    row.arrangement = arrangement
    return kind(
        request.POST if request.method == "POST" else None,
        record=row,
        initial=values_of(row),
        cancel_url=arrangement.get_absolute_url(),
    )


def _given(form: Any, request: HttpRequest) -> dict[str, Any]:
    return {
        "version": form.version,
        "values": form.entry(),
        "by": request.user,
        "reason": form.cleaned_data["reason"],
    }


def _corrected(
    request: HttpRequest,
    form: Any,
    arrangement: FundingArrangement,
    values_of: Made,
    save: Callable[[], Any],
) -> HttpResponse:
    return edit_page(
        request,
        form,
        save=save,
        done=lambda saved: "The correction was saved.",
        values_of=values_of,
        title="Correct",
        caption=str(form.record),
        breadcrumbs=under_funding(arrangement, "Correct"),
    )
