"""How does a person set up, replace and remove their second factor?"""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache

from govreg.core import clock
from govreg.core.access import access, factors
from govreg.core.accounts import codes
from govreg.core.accounts.drawing import qr_code
from govreg.core.accounts.forms.account import FirstFactorForm, OtherFactorForm, OwnForm
from govreg.core.accounts.models import SecondFactor
from govreg.core.accounts.needs import roles_that_need_it
from govreg.core.accounts.rules import refusal_to_remove_factor
from govreg.core.accounts.services.second_factor import (
    remove_factor,
    renew_recovery_codes,
    set_up_factor,
)
from govreg.core.accounts.sign_in_log import Event, record
from govreg.core.editing.pages import final_step_page
from govreg.core.editing.saving import attempt
from govreg.core.refusals import Refusal, enforce
from govreg.core.ui.context import SERVICE_NAME
from govreg.core.ui.pages import confirm_page, form_page

from .account import HERE, under_account
from .factor_codes import wanted_page

#: Where the session keeps the secret, encrypted, from showing it until the first code is right.
PENDING = "second-factor-being-set-up"
NONE = Refusal("no-factor", "You have no second factor yet. Set one up on “Your account”.")


@access.first_factor
@never_cache
def set_up(request: HttpRequest) -> HttpResponse:
    """Set up one's first second factor; a role may need it before anything else."""
    user: Any = request.user
    if SecondFactor.objects.filter(user=user).exists():
        return redirect(HERE)  # which asks for the code first, where it was not given yet
    needed_for = [role.name for role in roles_that_need_it(user, on=clock.today())]
    form = FirstFactorForm(request.POST if request.method == "POST" else None)
    extra: dict[str, Any] = {"needed_for": needed_for, "next": wanted_page(request)}
    if needed_for:
        extra |= {"navigation": (), "breadcrumbs": ()}
    else:
        form.cancel_url = reverse(HERE)
    return _set_up_page(request, form, title="Set up a second factor", **extra)


@access.signed_in
@never_cache
def replace(request: HttpRequest) -> HttpResponse:
    """Put another app in the place of the present one."""
    _require_factor(request)
    form = OtherFactorForm(
        request.POST if request.method == "POST" else None,
        request=request,
        cancel_url=reverse(HERE),
    )
    return _set_up_page(request, form, title="Replace your second factor")


def _set_up_page(request: HttpRequest, form: Any, *, title: str, **extra: Any) -> HttpResponse:
    user: Any = request.user
    secret = _pending_secret(request)
    if request.method == "POST" and form.is_valid():
        shown = attempt(
            form,
            lambda: set_up_factor(
                user=user,
                secret=secret,
                code=form.cleaned_data["code"],
                keep_session=request.session.session_key or "",
            ),
        )
        if shown:
            del request.session[PENDING]
            factors.pass_factor(request)
            record(request, Event.FACTOR_CHANGED, detail="Set up")
            messages.success(request, "Your second factor is set up.")
            return _codes_page(request, shown, to=wanted_page(request))
    name = f"{settings.COUNCIL_NAME}: {SERVICE_NAME.lower()}"
    address = codes.address_for_app(secret=secret, name=user.email, issuer=name)
    groups = " ".join(secret[i : i + 4] for i in range(0, len(secret), 4))
    context: dict[str, Any] = {
        "breadcrumbs": under_account(title),
        "qr": qr_code(
            address,
            title="QR code for your app",
            description="It holds the same key that is written out below.",
        ),
        "key": groups,
        **extra,
    }
    return form_page(request, form, title=title, template="accounts/set_up_factor.html", **context)


def _pending_secret(request: HttpRequest) -> str:
    """Return the secret that this session was shown; a reload must not show another."""
    secret = codes.unseal(request.session.get(PENDING, ""))
    if not secret:
        secret = codes.new_secret()
        request.session[PENDING] = codes.seal(secret)
    return secret


@access.signed_in
@never_cache
def recovery_codes(request: HttpRequest) -> HttpResponse:
    """Make ten new recovery codes; the old ones stop working."""
    _require_factor(request)
    user: Any = request.user
    form = OwnForm(request.POST if request.method == "POST" else None, request=request)
    if request.method == "POST" and form.is_valid():
        shown = attempt(form, lambda: renew_recovery_codes(user=user))
        if shown:
            record(request, Event.FACTOR_CHANGED, detail="New recovery codes")
            messages.success(request, "You have ten new recovery codes.")
            return _codes_page(request, shown, to=reverse(HERE))
    return confirm_page(
        request,
        form=form,
        title="Make new recovery codes",
        will_happen=[
            "Ten new recovery codes are shown to you, once.",
            "Those you have now stop working.",
        ],
        confirm_label="Make new recovery codes",
        cancel_url=reverse(HERE),
        breadcrumbs=under_account("New recovery codes"),
    )


def _codes_page(request: HttpRequest, shown: list[str], *, to: str) -> HttpResponse:
    context = {
        "title": "Keep your recovery codes",
        "breadcrumbs": under_account("Recovery codes"),
        "codes": shown,
        "to": to,
    }
    return render(request, "accounts/recovery_codes.html", context)


@access.signed_in
def remove(request: HttpRequest) -> HttpResponse:
    """Sign in with the password alone again."""
    _require_factor(request)
    user: Any = request.user
    needed_for = [role.name for role in roles_that_need_it(user, on=clock.today())]
    enforce(refusal_to_remove_factor(needed_for=needed_for))
    form = OwnForm(request.POST if request.method == "POST" else None, request=request)

    def save() -> None:
        remove_factor(user=user)
        record(request, Event.FACTOR_CHANGED, detail="Removed")

    return final_step_page(
        request,
        form,
        save=save,
        done="Your second factor is removed.",
        to=reverse(HERE),
        title="Remove your second factor",
        will_happen=[
            "You sign in with your password alone.",
            "The app’s codes and the recovery codes stop working.",
        ],
        confirm_label="Remove it",
        breadcrumbs=under_account("Remove your second factor"),
    )


def _require_factor(request: HttpRequest) -> None:
    user: Any = request.user
    enforce(None if SecondFactor.objects.filter(user=user).exists() else NONE)
