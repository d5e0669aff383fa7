"""How does a person set a password, with a link sent by e-mail?"""

from typing import Any

from django.contrib.auth import views as auth_views
from django.http import HttpResponse
from django.urls import reverse_lazy

from govreg.core.access import access
from govreg.core.accounts.forms.sign_in import ForgottenPasswordForm, NewPasswordForm
from govreg.core.accounts.throttle import Attempts, Kind

from .sign_in import too_many_attempts


class Forgotten(auth_views.PasswordResetView):
    """Asks where to send a link; so many for one address from one place, whoever it belongs to."""

    def form_valid(self, form: Any) -> HttpResponse:
        """Count the request, then send the link where the address is a user's."""
        attempts = Attempts(self.request, Kind.LINK, form.cleaned_data["email"])
        if attempts.are_exhausted():
            return too_many_attempts(self.request, kind=Kind.LINK)
        attempts.count()
        return super().form_valid(form)


forgotten = access.public(
    Forgotten.as_view(
        template_name="accounts/forgotten_password.html",
        email_template_name="emails/set_password.txt",
        subject_template_name="emails/set_password_subject.txt",
        form_class=ForgottenPasswordForm,
        success_url=reverse_lazy("accounts:link-sent"),
        extra_context={"title": "Set a new password"},
    )
)
link_sent = access.public(
    auth_views.PasswordResetDoneView.as_view(
        template_name="accounts/link_sent.html", extra_context={"title": "Check your e-mail"}
    )
)
set_password = access.public(
    auth_views.PasswordResetConfirmView.as_view(
        template_name="accounts/set_password.html",
        form_class=NewPasswordForm,
        success_url=reverse_lazy("accounts:password-set"),
        extra_context={"title": "Set a new password"},
    )
)
password_set = access.public(
    auth_views.PasswordResetCompleteView.as_view(
        template_name="accounts/password_set.html", extra_context={"title": "Password saved"}
    )
)
