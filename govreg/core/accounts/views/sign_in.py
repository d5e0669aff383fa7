"""How does a person sign in and out, and what if they try too often?"""

from typing import Any

from django.contrib.auth import views as auth_views
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from govreg.core.access import access
from govreg.core.accounts import council_sign_in
from govreg.core.accounts.forms.sign_in import SignInForm
from govreg.core.accounts.throttle import Kind, kind_of


class SignIn(auth_views.LoginView):
    """The sign-in page, with the way to the council's own where there is one."""

    def get_context_data(self, **options: Any) -> dict[str, Any]:
        """Say whether there is one, and where the person is on the way to."""
        options |= {"has_council_account": council_sign_in.is_on(), "next": self.get_redirect_url()}
        return super().get_context_data(**options)


sign_in = access.public(
    SignIn.as_view(
        template_name="accounts/sign_in.html",
        authentication_form=SignInForm,
        redirect_authenticated_user=True,
        extra_context={"title": "Sign in"},
    )
)
sign_out = access.public(auth_views.LogoutView.as_view())


def too_many_attempts(
    request: HttpRequest,
    response: Any = None,
    credentials: Any = None,
    *args: Any,
    kind: Kind | None = None,
) -> HttpResponse:
    """Return the page for a name that was tried too often from one address."""
    context = {"title": "Too many attempts", "kind": (kind or kind_of(credentials) or "sign-in")}
    return render(request, "accounts/too_many_attempts.html", context, status=429)
