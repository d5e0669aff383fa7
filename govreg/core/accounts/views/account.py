"""How does a person see and look after their own account?"""

from typing import Any

from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from govreg.core import clock
from govreg.core.access import access
from govreg.core.accounts.forms.account import ChangePasswordForm
from govreg.core.accounts.models import SecondFactor, User
from govreg.core.accounts.needs import roles_that_need_it
from govreg.core.accounts.rules import refusal_to_change_password, refusal_to_remove_factor
from govreg.core.accounts.services.passwords import set_password
from govreg.core.accounts.services.users import end_sessions
from govreg.core.accounts.sign_in_log import Event, record
from govreg.core.editing.pages import edit_page, final_step_page
from govreg.core.editing.reasons import ConfirmForm
from govreg.core.refusals import enforce
from govreg.core.ui import panels
from govreg.core.ui.components import SummaryRow

HERE = "accounts:account"


def under_account(step: str) -> list[tuple[str, str | None]]:
    """Return the breadcrumbs of a page under "Your account"."""
    return [("Home", "/"), ("Your account", reverse(HERE)), (step, None)]


@access.signed_in
@require_safe
def account(request: HttpRequest) -> HttpResponse:
    """Show who is signed in, and how."""
    user: Any = request.user
    factor = SecondFactor.objects.filter(user=user).first()
    needed_for = [role.name for role in roles_that_need_it(user, on=clock.today())]
    context = {
        "title": "Your account",
        "breadcrumbs": [("Home", "/"), ("Your account", None)],
        "rows": _rows(user),
        "password_refusal": refusal_to_change_password(has_password=user.has_usable_password()),
        "factor": factor,
        "removal_refusal": refusal_to_remove_factor(needed_for=needed_for) if factor else None,
        "panels": panels.panels_for("account", request, user),
    }
    return render(request, "accounts/account.html", context)


def _rows(user: User) -> list[SummaryRow]:
    roles = "; ".join(str(holding) for holding in user.holdings())
    return [
        SummaryRow("Name", user.name),
        SummaryRow("E-mail address", user.email),
        SummaryRow("Roles", roles or "None"),
    ]


@access.signed_in
def change_password(request: HttpRequest) -> HttpResponse:
    """Change one's own password; one's other sessions end."""
    user: Any = request.user
    enforce(refusal_to_change_password(has_password=user.has_usable_password()))
    form = ChangePasswordForm(
        request.POST if request.method == "POST" else None,
        request=request,
        cancel_url=reverse(HERE),
    )

    def save() -> User:
        saved = set_password(
            user=user,
            password=form.cleaned_data["new_password"],
            by=user,
            keep_session=request.session.session_key or "",
        )
        update_session_auth_hash(request, saved)
        record(request, Event.PASSWORD_CHANGED)
        return saved

    return edit_page(
        request,
        form,
        save=save,
        done=lambda _saved: "Your new password is saved. Everywhere else you are signed out.",
        to=reverse(HERE),
        title="Change your password",
        breadcrumbs=under_account("Change your password"),
    )


@access.signed_in
def sign_out_elsewhere(request: HttpRequest) -> HttpResponse:
    """End every session of one's own but this one."""
    user: Any = request.user
    form = ConfirmForm(request.POST if request.method == "POST" else None)

    def save() -> None:
        ended = end_sessions(user, keep=request.session.session_key or "")
        record(request, Event.SIGNED_OUT, detail=f"Everywhere else: {ended}")

    return final_step_page(
        request,
        form,
        save=save,
        done="You are signed out everywhere else.",
        to=reverse(HERE),
        title="Sign out everywhere else",
        will_happen=[
            "On every other computer and telephone you must sign in again.",
            "Here you stay signed in.",
        ],
        confirm_label="Sign out everywhere else",
        breadcrumbs=under_account("Sign out everywhere else"),
    )
