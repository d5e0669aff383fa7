"""How does a person sign in with the account they have with the council?"""

from django.contrib.auth import REDIRECT_FIELD_NAME, login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from govreg.core.access import access, factors
from govreg.core.accounts.council_sign_in import (
    NOT_REACHED,
    CouncilAccount,
    account_of,
    is_on,
    redirect_to_council,
)
from govreg.core.accounts.models import User
from govreg.core.accounts.rules import refusal_of_council_account
from govreg.core.accounts.sign_in_log import Event, record
from govreg.core.refusals import Refused, enforce

from .factor_codes import wanted_page

BACKEND = "django.contrib.auth.backends.ModelBackend"
HOW = "With a council account"
#: Where the session keeps which page the person was on the way to.
ON_THE_WAY = "council-account-next"


@access.public
@require_safe
@never_cache
def leave(request: HttpRequest) -> HttpResponse:
    """Send the person to the council's sign-in."""
    _require_on()
    request.session[ON_THE_WAY] = wanted_page(request)
    back = request.build_absolute_uri(reverse("accounts:council-return"))
    try:
        return redirect_to_council(request, come_back_to=back)
    except Refused as refused:
        return _refused_page(request, refused)


@access.public
@require_safe
@never_cache
def come_back(request: HttpRequest) -> HttpResponse:
    """Sign the person in whom the council's sign-in names, if there is such a user."""
    _require_on()
    try:
        account = account_of(request)
        user = _user(account)
    except Refused as refused:
        return _refused_page(request, refused)
    to = request.session.pop(ON_THE_WAY, reverse("home"))
    request.signs_in_with = HOW  # type: ignore[attr-defined]
    request.second_factor_passed = account.second_factor_passed  # type: ignore[attr-defined]
    login(request, user, backend=BACKEND)
    if account.second_factor_passed:
        factors.pass_factor(request)
    return redirect(to)


def _user(account: CouncilAccount) -> User:
    user = User.objects.filter(email__iexact=account.email).first()
    active = user is not None and user.is_active
    enforce(
        refusal_of_council_account(email=account.email, is_user=user is not None, is_active=active)
    )
    assert user is not None  # the rule refused, where there is none
    return user


def _refused_page(request: HttpRequest, refused: Refused) -> HttpResponse:
    refusal = refused.refusal
    record(request, Event.SIGN_IN_FAILED, detail=f"{HOW}: {refusal.sentence}")
    status = 503 if refusal == NOT_REACHED else 403
    context = {
        "title": "You are not signed in",
        "sentence": refusal.sentence,
        "next": request.GET.get(REDIRECT_FIELD_NAME, ""),
    }
    return render(request, "accounts/council_account.html", context, status=status)


def _require_on() -> None:
    if not is_on():
        raise Http404
