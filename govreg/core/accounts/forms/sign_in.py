"""What does a person type to sign in or to set a password?"""

from typing import Any

from django import forms
from django.contrib.auth.forms import AuthenticationForm, PasswordResetForm, SetPasswordForm
from django.template.loader import render_to_string

from govreg.core.accounts.services.password_links import queue_password_link
from govreg.core.accounts.services.passwords import set_password
from govreg.core.ui.forms import RegisterForm


class SignInForm(RegisterForm, AuthenticationForm):
    """E-mail address and password."""

    submit_label = "Sign in"
    error_messages = {
        "invalid_login": "The e-mail address or the password is not right. Check both and try "
        "again.",
        "inactive": "This account has been deactivated. Ask the register’s administrator.",
    }

    username = forms.EmailField(
        label="E-mail address",
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "username", "spellcheck": "false"}),
        error_messages={"required": "Enter your e-mail address"},
    )
    password = forms.CharField(
        label="Password",
        strip=False,
        max_length=1000,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        error_messages={"required": "Enter your password"},
    )


class ForgottenPasswordForm(RegisterForm, PasswordResetForm):
    """The e-mail address to which a link is sent."""

    submit_label = "Send me a link"
    email = forms.EmailField(
        label="E-mail address",
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
        error_messages={"required": "Enter your e-mail address"},
    )

    def get_users(self, email: str) -> Any:
        """Return active users with the address, those without a password yet included."""
        from govreg.core.accounts.models import User

        return User.objects.active().filter(email__iexact=email)

    def send_mail(  # noqa: PLR0917 - the signature is Django’s
        self,
        subject_template_name: str,
        email_template_name: str,
        context: dict[str, Any],
        from_email: str | None,
        to_email: str,
        html_email_template_name: str | None = None,
    ) -> None:
        """Queue the message, so that the page answers alike whether or not there is an account."""
        queue_password_link(
            user_pk=context["user"].pk,
            token=context["token"],
            to=to_email,
            subject=render_to_string(subject_template_name, context),
            text=render_to_string(email_template_name, context),
        )


class NewPasswordForm(RegisterForm, SetPasswordForm):
    """A new password, twice."""

    submit_label = "Save password"

    def __init__(self, user: Any, *args: Any, **options: Any) -> None:
        super().__init__(user, *args, **options)
        self.fields["new_password1"].label = "New password"
        self.fields["new_password1"].help_text = "At least 12 characters; three words are a start."
        self.fields["new_password2"].label = "New password again"
        self.fields["new_password2"].help_text = ""

    def save(self, commit: bool = True) -> Any:
        """Save through the service; whoever holds the link is not known to be signed in."""
        self.user = set_password(
            user=self.user, password=self.cleaned_data["new_password1"], by=None
        )
        return self.user
