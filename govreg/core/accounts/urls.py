"""Which addresses lead to signing in and out?"""

from django.urls import path

from .views import password, sign_in

app_name = "accounts"
urlpatterns = [
    path("sign-in/", sign_in.sign_in, name="sign-in"),
    path("sign-out/", sign_in.sign_out, name="sign-out"),
    path("forgotten-password/", password.forgotten, name="forgotten-password"),
    path("forgotten-password/sent/", password.link_sent, name="link-sent"),
    path("set-password/<uidb64>/<token>/", password.set_password, name="set-password"),
    path("set-password/done/", password.password_set, name="password-set"),
]
