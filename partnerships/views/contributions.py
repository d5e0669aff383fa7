"""How are all partners' contributions to a financial year entered on one page?"""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from govreg.core import clock
from govreg.core.access import Permission, access
from govreg.core.editing.pages import edit_page
from govreg.core.financial_years import read_financial_year
from partnerships.forms.contributions import YearForm, partners_of, values_of
from partnerships.models import FundingYear
from partnerships.services.contributions import keep_year

from .funding import under_funding
from .loading import funding_of, kept_partnership


@access(Permission.KEEP_PARTNERSHIPS)
def enter_year(request: HttpRequest, reference: str, pk: int, year: str) -> HttpResponse:
    """Enter the contributions of every partner to a year, planned, paid and in kind."""
    arrangement = funding_of(kept_partnership(request, reference), pk)
    meant = read_financial_year(year)
    if meant is None:
        raise Http404
    kept = FundingYear.objects.filter(arrangement=arrangement, financial_year=str(meant)).first()
    record = kept or FundingYear(financial_year=str(meant))
    record.arrangement = arrangement
    form = YearForm(
        request.POST if request.method == "POST" else None,
        record=record,
        partners=partners_of(arrangement, on=clock.today()),
        initial=values_of(record),
        cancel_url=arrangement.get_absolute_url(),
    )

    def save() -> Any:
        return keep_year(
            arrangement=arrangement,
            financial_year=str(meant),
            version=form.version,
            given=form.given(),
            stated_total=form.cleaned_data["stated_total"],
            source=form.cleaned_data["source"] or "",
            varied_on=form.cleaned_data["varied_on"],
            because=form.cleaned_data["because"] or "",
            by=request.user,
        )

    return edit_page(
        request,
        form,
        save=save,
        done=lambda saved: f"The contributions of {meant} were saved.",
        values_of=values_of,
        to=f"{arrangement.get_absolute_url()}#y{meant.slug}",
        template="partnerships/funding/year_form.html",
        title=f"Contributions of {meant}",
        caption=arrangement.name,
        breadcrumbs=under_funding(arrangement, f"Contributions of {meant}"),
    )
