"""How does a person sign in and out, and what if they try too often?"""

from typing import Any

from django.contrib.auth import views as auth_views
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from govreg.core.access import access
from govreg.core.accounts.forms.sign_in import SignInForm

sign_in = access.public(
    auth_views.LoginView.as_view(
        template_name="accounts/sign_in.html",
        authentication_form=SignInForm,
        redirect_authenticated_user=True,
        extra_context={"title": "Sign in"},
    )
)
sign_out = access.public(auth_views.LogoutView.as_view())


def too_many_attempts(
    request: HttpRequest, response: Any = None, credentials: Any = None, *args: Any
) -> HttpResponse:
    """Return the page for a name that was tried too often from one address."""
    return render(
        request, "accounts/too_many_attempts.html", {"title": "Too many attempts"}, status=429
    )
