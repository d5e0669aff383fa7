"""How are the indicators of partnerships found, read and kept?"""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from govreg.core import clock
from govreg.core.access import Permission, access
from govreg.core.editing.pages import edit_page
from govreg.core.ui.components import SummaryRow
from govreg.core.ui.lists import list_response
from govreg.core.ui.lists.cells import link
from partnerships.forms.indicators import (
    ChangeIndicatorForm,
    NewIndicatorForm,
    TargetsForm,
    WithdrawIndicatorForm,
    plain,
    targets_of,
    values_of,
)
from partnerships.lists.indicators import IndicatorList, PartnershipIndicatorList
from partnerships.models import Indicator
from partnerships.queries.data_quality import assessments_of
from partnerships.queries.indicator_values import figures_of
from partnerships.queries.indicators import indicators_listed, set_counts
from partnerships.services import indicators as services

from .indicator_loading import (
    keeps_indicators,
    kept_indicator,
    partnership_with_indicators,
    seen_indicator,
    under_indicator,
)
from .loading import seen_partnership
from .partnerships import trail
from .records import posted
from .sections import section


@access(Permission.VIEW_PARTNERSHIPS)
@require_safe
def indicators(request: HttpRequest) -> HttpResponseBase:
    """List every indicator that the person may see."""
    return list_response(
        request,
        IndicatorList,
        indicators_listed(request.user),
        title="Indicators",
        breadcrumbs=trail(("Indicators", None)),
    )


@access(Permission.VIEW_PARTNERSHIPS)
@require_safe
def of_partnership(request: HttpRequest, reference: str) -> HttpResponseBase:
    """List the indicators of one partnership, with how many of each part of the set stand."""
    partnership = seen_partnership(request, reference)
    page = section(partnership, "indicators", "Indicators")
    return list_response(
        request,
        PartnershipIndicatorList,
        indicators_listed(request.user).filter(partnership=partnership),
        title="Indicators",
        breadcrumbs=page["breadcrumbs"],
        template="partnerships/records/list.html",
        extra={
            **page,
            "lead": set_counts(partnership, on=clock.today()).in_words,
            "add_url": reverse("partnerships:add-indicator", args=[reference]),
            "add_label": "Add an indicator",
            "may_keep": keeps_indicators(request, partnership),
        },
    )


@access(Permission.VIEW_PARTNERSHIPS)
@require_safe
def indicator(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one indicator: what it is, its figures and trend, its data, and who challenged it."""
    thing = seen_indicator(request, pk)
    context = {
        "title": thing.name,
        "caption": f"{thing.reference}, {thing.partnership.name}",
        "breadcrumbs": under_indicator(thing),
        "indicator": thing,
        "rows": _rows(thing),
        "figures": figures_of(thing, asked=request.GET.get("area", "")[:18]),
        "targets": thing.targets.all(),
        "assessments": assessments_of(thing),
        "challenges": thing.challenges.select_related("challenger"),
        "may_keep": keeps_indicators(request, thing.partnership) and thing.withdrawn_on is None,
        "challenge_note": _challenge_note(request),
    }
    return render(request, "partnerships/indicators/page.html", context)


def _challenge_note(request: HttpRequest) -> bool:
    """Say whether the person keeps the plans of some partnership, and may record a challenge."""
    user: Any = request.user
    return bool(user.may_somewhere(Permission.KEEP_PLANS))


def _linked(record: Any, label: str = "") -> Any:
    return link(record.get_absolute_url(), label or str(record)) if record else None


def _rows(thing: Indicator) -> list[SummaryRow]:
    return [
        SummaryRow("Set", thing.get_group_display()),
        SummaryRow("What it measures", thing.measures),
        SummaryRow("Unit", thing.unit),
        SummaryRow("Which way is better", thing.get_better_display()),
        SummaryRow("Figures", thing.get_frequency_display()),
        SummaryRow("Baseline", _baseline(thing)),
        SummaryRow("Limits", limits_in_words(thing)),
        SummaryRow("Plan", _linked(thing.plan)),
        SummaryRow("Theme or outcome", thing.theme),
        SummaryRow("Compiling officer", _linked(thing.compiler)),
        SummaryRow("Accountable officer", _linked(thing.accountable)),
        SummaryRow("Delivery plan", _linked(thing.delivery_plan)),
        SummaryRow("Document that is its delivery plan", _linked(thing.delivery_document)),
        SummaryRow("Note", thing.note),
    ]


def _baseline(thing: Indicator) -> str | None:
    if thing.has_no_baseline:
        return "New, no baseline"
    if thing.baseline is None:
        return None
    return f"{plain(thing.baseline)} {thing.unit}, {thing.baseline_period}"


def limits_in_words(thing: Indicator) -> str | None:
    """Say from which figure an indicator is good and beyond which it is poor."""
    if thing.good_from is None or thing.poor_from is None:
        return None
    good, poor = plain(thing.good_from), plain(thing.poor_from)
    if thing.better == Indicator.Better.HIGHER:
        return f"Good from {good}, poor below {poor}, middling between"
    return f"Good up to {good}, poor above {poor}, middling between"


@access(Permission.KEEP_PLANS)
def add(request: HttpRequest, reference: str) -> HttpResponse:
    """Add an indicator to a partnership."""
    partnership = partnership_with_indicators(request, reference)
    listed = reverse("partnerships:partnership-indicators", args=[reference])
    form = NewIndicatorForm(posted(request), partnership=partnership, cancel_url=listed)
    page = section(partnership, "indicators", "Add an indicator")
    return edit_page(
        request,
        form,
        save=lambda: services.add_indicator(
            partnership=partnership, values=form.entry(), by=request.user
        ),
        done=lambda added: f"{added.reference} was added. Now set its targets and enter figures.",
        title="Add an indicator",
        caption=partnership.name,
        breadcrumbs=page["breadcrumbs"],
    )


@access(Permission.KEEP_PLANS)
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Change what is entered of an indicator."""
    thing = kept_indicator(request, pk)
    form = ChangeIndicatorForm(
        posted(request),
        record=thing,
        initial=values_of(thing),
        cancel_url=thing.get_absolute_url(),
    )

    def save() -> Any:
        return services.change_indicator(
            indicator=thing,
            version=form.version,
            values=form.entry(),
            by=request.user,
            reason=form.cleaned_data["reason"],
        )

    return edit_page(
        request,
        form,
        save=save,
        done=lambda saved: f"{saved.reference} was saved.",
        values_of=values_of,
        title="Change the indicator",
        caption=str(thing),
        breadcrumbs=under_indicator(thing, ("Change", None)),
    )


@access(Permission.KEEP_PLANS)
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Withdraw an indicator, from a day on."""
    thing = kept_indicator(request, pk)
    form = WithdrawIndicatorForm(
        posted(request),
        record=thing,
        initial={"day": clock.today()},
        cancel_url=thing.get_absolute_url(),
    )

    def save() -> Any:
        return services.withdraw_indicator(
            indicator=thing,
            version=form.version,
            day=form.cleaned_data["day"],
            on=clock.today(),
            by=request.user,
            reason=form.cleaned_data["reason"],
        )

    return edit_page(
        request,
        form,
        save=save,
        done=lambda saved: f"{saved.reference} was withdrawn. Its figures stay to be read.",
        to=thing.get_absolute_url(),
        values_of=lambda record: {"day": record.withdrawn_on},
        title="Withdraw the indicator",
        caption=str(thing),
        breadcrumbs=under_indicator(thing, ("Withdraw", None)),
    )


@access(Permission.KEEP_PLANS)
def targets(request: HttpRequest, pk: int) -> HttpResponse:
    """Set what an indicator is to reach, by financial year."""
    thing = kept_indicator(request, pk)
    form = TargetsForm(
        posted(request),
        record=thing,
        initial=targets_of(thing),
        cancel_url=thing.get_absolute_url(),
    )

    def save() -> Any:
        return services.set_targets(
            indicator=thing,
            version=form.version,
            targets=form.targets(),
            by=request.user,
            reason=form.cleaned_data["reason"],
        )

    return edit_page(
        request,
        form,
        save=save,
        done=lambda saved: "The targets were saved.",
        to=thing.get_absolute_url(),
        values_of=targets_of,
        title="Targets",
        caption=str(thing),
        breadcrumbs=under_indicator(thing, ("Targets", None)),
    )
