"""Which addresses lead to signing in and out, and to one's own account?"""

from django.urls import path

from .views import account, council_account, factor_codes, password, second_factor, sign_in

app_name = "accounts"
urlpatterns = [
    path("sign-in/", sign_in.sign_in, name="sign-in"),
    path("sign-in/code/", factor_codes.code, name="code"),
    path("sign-in/recovery-code/", factor_codes.recovery_code, name="recovery-code"),
    path("sign-in/council-account/", council_account.leave, name="council-account"),
    path("sign-in/council-account/return/", council_account.come_back, name="council-return"),
    path("sign-out/", sign_in.sign_out, name="sign-out"),
    path("forgotten-password/", password.forgotten, name="forgotten-password"),
    path("forgotten-password/sent/", password.link_sent, name="link-sent"),
    path("set-password/<uidb64>/<token>/", password.set_password, name="set-password"),
    path("set-password/done/", password.password_set, name="password-set"),
    path("account/", account.account, name="account"),
    path("account/password/", account.change_password, name="change-password"),
    path("account/sign-out-elsewhere/", account.sign_out_elsewhere, name="sign-out-elsewhere"),
    path("account/second-factor/set-up/", second_factor.set_up, name="set-up-factor"),
    path("account/second-factor/replace/", second_factor.replace, name="replace-factor"),
    path("account/second-factor/remove/", second_factor.remove, name="remove-factor"),
    path("account/second-factor/codes/", second_factor.recovery_codes, name="recovery-codes"),
]
