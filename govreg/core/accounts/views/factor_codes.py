"""How does a session that has passed the password pass the second factor?"""

from typing import Any

from django.contrib.auth import REDIRECT_FIELD_NAME
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache

from govreg.core.access import access, factors
from govreg.core.accounts.forms.account import CodeForm, RecoveryCodeForm
from govreg.core.accounts.models import SecondFactor
from govreg.core.accounts.services.second_factor import use_code, use_recovery_code
from govreg.core.accounts.sign_in_log import Event, record
from govreg.core.accounts.throttle import Attempts, Kind
from govreg.core.ui.pages import form_page

from .sign_in import too_many_attempts

NOT_RIGHT = (
    "That code is not right, or was used before. Enter the code that the app shows next, and check "
    "that your telephone tells the right time."
)
RECOVERY_NOT_RIGHT = "That is not one of your recovery codes, or it was used before."


def wanted_page(request: HttpRequest) -> str:
    """Return the page of our own that the person was on the way to; the home page otherwise."""
    given = request.POST.get(REDIRECT_FIELD_NAME) or request.GET.get(REDIRECT_FIELD_NAME, "")
    is_ours = url_has_allowed_host_and_scheme(
        given, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return given if is_ours else reverse("home")


@access.first_factor
@never_cache
def code(request: HttpRequest) -> HttpResponse:
    """Ask for the code that the app shows."""
    return _ask(
        request,
        CodeForm,
        use_code,
        how="With a code",
        not_right=NOT_RIGHT,
        title="Enter the code from your app",
        template="accounts/code.html",
    )


@access.first_factor
@never_cache
def recovery_code(request: HttpRequest) -> HttpResponse:
    """Ask for a recovery code, where the telephone is lost."""
    return _ask(
        request,
        RecoveryCodeForm,
        use_recovery_code,
        how="With a recovery code",
        not_right=RECOVERY_NOT_RIGHT,
        title="Enter a recovery code",
        template="accounts/recovery_code.html",
    )


def _ask(
    request: HttpRequest, form_class: Any, use: Any, *, how: str, not_right: str, **page: Any
) -> HttpResponse:
    user: Any = request.user
    has_factor = SecondFactor.objects.filter(user=user).exists()
    if factors.is_passed(request) or not has_factor:
        return redirect(wanted_page(request))
    attempts = Attempts(request, Kind.CODE, user.email)
    if attempts.are_exhausted():
        return too_many_attempts(request, kind=Kind.CODE)
    form = form_class(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        if use(user=user, code=form.cleaned_data["code"]):
            attempts.forget()
            factors.pass_factor(request)
            record(request, Event.SIGNED_IN, detail=how)
            return redirect(wanted_page(request))
        attempts.count()
        record(request, Event.CODE_FAILED, detail=how)
        form.add_error("code", not_right)
    return form_page(request, form, **page, next=wanted_page(request), navigation=())
