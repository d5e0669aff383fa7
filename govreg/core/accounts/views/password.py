"""How does a person set a password, with a link sent by e-mail?"""

from django.contrib.auth import views as auth_views
from django.urls import reverse_lazy

from govreg.core.access import access
from govreg.core.accounts.forms.sign_in import ForgottenPasswordForm, NewPasswordForm

from .saving import saves_in_a_change_set

PASSWORD_SET = "Set a new password"  # noqa: S105 - a verb of the history

forgotten = access.public(
    auth_views.PasswordResetView.as_view(
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
    saves_in_a_change_set(
        auth_views.PasswordResetConfirmView.as_view(
            template_name="accounts/set_password.html",
            form_class=NewPasswordForm,
            success_url=reverse_lazy("accounts:password-set"),
            extra_context={"title": "Set a new password"},
        ),
        verb=PASSWORD_SET,
    )
)
password_set = access.public(
    auth_views.PasswordResetCompleteView.as_view(
        template_name="accounts/password_set.html", extra_context={"title": "Password saved"}
    )
)
