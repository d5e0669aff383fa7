"""What does a person type to look after their own account?"""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.http import HttpRequest

from govreg.core.accounts.services.second_factor import use_code
from govreg.core.accounts.throttle import Attempts, Kind
from govreg.core.editing.forms import OnceForm
from govreg.core.ui.forms import FormField, RegisterForm

WAIT = "There were too many attempts. Wait 15 minutes and try again."


def code_field(label: str, hint: str = "") -> forms.CharField:
    """Return a field for the six digits that an app shows."""
    return forms.CharField(
        label=label,
        help_text=hint,
        max_length=12,
        widget=forms.TextInput(
            attrs={
                "autocomplete": "one-time-code",
                "inputmode": "numeric",
                "spellcheck": "false",
            }
        ),
        error_messages={"required": "Enter the six digits that the app shows"},
    )


def six_digits(typed: str) -> str:
    """Return the digits alone; people type the space that the app shows."""
    digits = "".join(typed.split())
    if not (len(digits) == 6 and digits.isascii() and digits.isdigit()):
        raise forms.ValidationError("Enter the six digits that the app shows")
    return digits


class CodeForm(RegisterForm):
    """The six digits that the app shows now."""

    submit_label = "Continue"
    layout = (FormField("code", width=10),)
    code = code_field("Code", "Six digits. A new code is shown every 30 seconds")

    def clean_code(self) -> str:
        """Take the spaces out."""
        return six_digits(self.cleaned_data["code"])


class RecoveryCodeForm(RegisterForm):
    """One of the codes that were kept for a lost telephone."""

    submit_label = "Continue"
    layout = (FormField("code", width=20),)
    code = forms.CharField(
        label="Recovery code",
        max_length=40,
        help_text="For example abcd-efgh-jkmn. Each works once",
        widget=forms.TextInput(
            attrs={
                "autocomplete": "off",
                "autocapitalize": "none",
                "spellcheck": "false",
            }
        ),
        error_messages={"required": "Enter one of your recovery codes"},
    )


class OwnForm(OnceForm):
    """A step that only the person themself may take: it asks for the password again.

    Whoever has no password, because the council signs them in, gives a code of the app instead.
    """

    def __init__(self, *args: Any, request: HttpRequest, **options: Any) -> None:
        user: Any = request.user
        self.user = user
        self.attempts = Attempts(request, Kind.OWN_PASSWORD, user.email)
        super().__init__(*args, **options)
        unused = "code_now" if user.has_usable_password() else "password"
        del self.fields[unused]

    password = forms.CharField(
        label="Your present password",
        strip=False,
        max_length=1000,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        error_messages={"required": "Enter your present password"},
    )
    code_now = code_field("The code that your app shows now")

    def clean_password(self) -> str:
        """Hold the password against the one that is kept."""
        return self._proved(
            self.cleaned_data["password"], self.user.check_password, "That is not your password."
        )

    def clean_code_now(self) -> str:
        """Hold the code against the app's secret."""

        def is_right(code: str) -> bool:
            return use_code(user=self.user, code=code)

        typed = six_digits(self.cleaned_data["code_now"])
        return self._proved(typed, is_right, "That is not the code that the app shows now.")

    def _proved(self, typed: str, is_right: Any, sentence: str) -> str:
        if self.attempts.are_exhausted():
            raise forms.ValidationError(WAIT)
        if not is_right(typed):
            self.attempts.count()
            raise forms.ValidationError(sentence)
        self.attempts.forget()
        return typed


class FirstFactorForm(OnceForm):
    """The first code of an app that was just set up."""

    submit_label = "Finish setting up"
    layout: Sequence[Any] = (FormField("code", width=10),)
    code = code_field("Code that the app shows")

    def clean_code(self) -> str:
        """Take the spaces out."""
        return six_digits(self.cleaned_data["code"])


class OtherFactorForm(OwnForm, FirstFactorForm):
    """The first code of another app, and the password."""

    def get_layout(self) -> list[Any]:
        """Ask for the code first, then for what proves that it is the person themself."""
        proof = [name for name in ("password", "code_now") if name in self.fields]
        return [*self.layout, *proof]


class ChangePasswordForm(OwnForm):
    """The present password, and a new one twice."""

    submit_label = "Save password"
    new_password = forms.CharField(
        label="New password",
        strip=False,
        max_length=1000,
        help_text="At least 12 characters; three words are a start.",
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": "Enter a new password"},
    )
    new_password_again = forms.CharField(
        label="New password again",
        strip=False,
        max_length=1000,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": "Enter the new password again"},
    )

    def clean_new_password(self) -> str:
        """Hold the new password against the rules for passwords."""
        typed: str = self.cleaned_data["new_password"]
        validate_password(typed, self.user)
        return typed

    def clean(self) -> dict[str, Any]:
        """Compare the two."""
        cleaned = super().clean()
        both = [cleaned.get(name) for name in ("new_password", "new_password_again")]
        if all(both) and both[0] != both[1]:
            self.add_error("new_password_again", "The two new passwords are not the same.")
        return cleaned
