"""How are a partnership's funding arrangements found, read, added and changed?"""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from govreg.core import clock
from govreg.core.access import Permission, access
from govreg.core.editing.pages import edit_page
from govreg.core.ui.lists import list_response
from partnerships.forms.funding import ChangeFundingForm, NewFundingForm, values_of
from partnerships.lists.funding import FundingList, PartnershipFundingList
from partnerships.models import FundingArrangement, Partnership
from partnerships.queries.funding import funding_page
from partnerships.services.funding import add_funding, change_funding

from .loading import funding_of, keeps_partnership, kept_partnership, seen_partnership
from .partnerships import trail
from .sections import section

TITLE = "Money"
STANDINGS = {
    "sent": ("Sent", "green"),
    "late": ("Sent late", "yellow"),
    "due": ("Due", "yellow"),
    "overdue": ("Overdue", "red"),
}


def under_money(partnership: Partnership, *steps: tuple[str, str | None]) -> list[Any]:
    """Return the breadcrumbs of a page under a partnership's money."""
    here = (partnership.name, partnership.get_absolute_url())
    money = reverse("partnerships:money", args=[partnership.reference])
    return trail(here, (TITLE, money), *steps)


def under_funding(arrangement: FundingArrangement, step: str) -> list[Any]:
    """Return the breadcrumbs of a page under an arrangement's page."""
    here = (arrangement.name, arrangement.get_absolute_url())
    return under_money(arrangement.partnership, here, (step, None))


@access(Permission.VIEW_PARTNERSHIPS)
def all_money(request: HttpRequest) -> HttpResponseBase:
    """List the funding arrangements of every partnership that the person may see."""
    return list_response(
        request,
        FundingList,
        FundingArrangement.objects.visible_to(request.user),
        title="Funding arrangements",
        breadcrumbs=trail(("Funding arrangements", None)),
        template="partnerships/funding/list.html",
    )


@access(Permission.VIEW_PARTNERSHIPS)
def money(request: HttpRequest, reference: str) -> HttpResponseBase:
    """List the funding arrangements of one partnership."""
    partnership = seen_partnership(request, reference)
    page = section(partnership, "money", TITLE)
    return list_response(
        request,
        PartnershipFundingList,
        FundingArrangement.objects.filter(partnership=partnership),
        title=TITLE,
        breadcrumbs=page["breadcrumbs"],
        template="partnerships/funding/of_partnership.html",
        extra={
            **page,
            "may_keep": keeps_partnership(request, partnership),
        },
    )


@access(Permission.VIEW_PARTNERSHIPS)
@require_safe
def funding(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Show an arrangement: its terms, its years by partner, its spending and its reports."""
    partnership = seen_partnership(request, reference)
    arrangement = funding_of(partnership, pk)
    page = funding_page(arrangement, on=clock.today())
    reports = [(report, row, *STANDINGS[standing]) for report, row, standing in page.reports]
    context = {
        "title": arrangement.name,
        "caption": partnership.name,
        "breadcrumbs": under_money(partnership, (arrangement.name, None)),
        "partnership": partnership,
        "arrangement": arrangement,
        "page": page,
        "reports": reports,
        "open_reports": any(row is None for _report, row, *_words in reports),
        "may_keep": keeps_partnership(request, partnership),
    }
    return render(request, "partnerships/funding/page.html", context)


@access(Permission.KEEP_PARTNERSHIPS)
def add(request: HttpRequest, reference: str) -> HttpResponse:
    """Add a funding arrangement to a partnership."""
    partnership = kept_partnership(request, reference)
    form = NewFundingForm(
        request.POST if request.method == "POST" else None,
        partnership=partnership,
        user=request.user,
        cancel_url=reverse("partnerships:money", args=[reference]),
    )
    return edit_page(
        request,
        form,
        save=lambda: add_funding(partnership=partnership, values=form.entry(), by=request.user),
        done=lambda added: f"{added.name} was added.",
        title="Add a funding arrangement",
        caption=partnership.name,
        breadcrumbs=under_money(partnership, ("Add", None)),
    )


@access(Permission.KEEP_PARTNERSHIPS)
def change(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Change an arrangement's entry."""
    arrangement = funding_of(kept_partnership(request, reference), pk)
    form = ChangeFundingForm(
        request.POST if request.method == "POST" else None,
        user=request.user,
        record=arrangement,
        initial=values_of(arrangement),
        cancel_url=arrangement.get_absolute_url(),
    )

    def save() -> Any:
        return change_funding(
            arrangement=arrangement,
            version=form.version,
            values=form.entry(),
            by=request.user,
            reason=form.cleaned_data["reason"],
        )

    return edit_page(
        request,
        form,
        save=save,
        done=lambda saved: f"The entry of {saved.name} was saved.",
        values_of=values_of,
        title="Change the arrangement",
        caption=arrangement.name,
        breadcrumbs=under_funding(arrangement, "Change"),
    )
