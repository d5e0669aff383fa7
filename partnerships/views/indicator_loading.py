"""Which indicator does this address mean, and may this person see it, or keep it?"""

from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse

from govreg.core.access import Permission
from govreg.core.refusals import enforce
from partnerships.models import Indicator, IndicatorChallenge, Partnership
from partnerships.rules.indicators import refusal_to_keep

from .loading import seen_partnership
from .partnerships import trail

NEEDS = (
    "partnership__scope",
    "plan",
    "theme__framework",
    "compiler",
    "accountable",
    "delivery_plan",
    "delivery_document__partnership",
)


def under_partnership(partnership: Partnership, *steps: tuple[str, str | None]) -> list:
    """Return the breadcrumbs of a page under the indicators of a partnership."""
    listed = reverse("partnerships:partnership-indicators", args=[partnership.reference])
    here = (partnership.name, partnership.get_absolute_url())
    return trail(here, ("Indicators", listed), *steps)


def under_indicator(indicator: Indicator, *steps: tuple[str, str | None]) -> list:
    """Return the breadcrumbs of a page under an indicator."""
    here = (indicator.reference, indicator.get_absolute_url() if steps else None)
    return under_partnership(indicator.partnership, here, *steps)


def keeps_indicators(request: HttpRequest, partnership: Partnership) -> bool:
    """Say whether the person keeps the indicators of a partnership."""
    user: Any = request.user
    return bool(user.may(Permission.KEEP_PLANS, partnership.scope_id))


def seen_indicator(request: HttpRequest, pk: int) -> Indicator:
    """Return an indicator that the person may see."""
    found = Indicator.objects.visible_to(request.user).select_related(*NEEDS)
    return get_object_or_404(found, pk=pk)


def kept_indicator(request: HttpRequest, pk: int) -> Indicator:
    """Return an indicator that the person keeps."""
    indicator = seen_indicator(request, pk)
    enforce(refusal_to_keep(may_keep=keeps_indicators(request, indicator.partnership)))
    return indicator


def partnership_with_indicators(request: HttpRequest, reference: str) -> Partnership:
    """Return a partnership whose indicators the person keeps."""
    partnership = seen_partnership(request, reference)
    enforce(refusal_to_keep(may_keep=keeps_indicators(request, partnership)))
    return partnership


def kept_challenge(request: HttpRequest, pk: int, challenge_pk: int) -> IndicatorChallenge:
    """Return a challenge to an indicator that the person keeps."""
    indicator = kept_indicator(request, pk)
    found = IndicatorChallenge.objects.filter(indicator=indicator).select_related("challenger")
    challenge: IndicatorChallenge = get_object_or_404(found, pk=challenge_pk)
    challenge.indicator = indicator
    return challenge
