"""How does somebody in a story set up a second factor, and sign in with it?"""

from typing import Any

from django.test import Client

from govreg.core.accounts.codes import new_secret
from govreg.core.accounts.models import User
from govreg.core.accounts.services.second_factor import set_up_factor
from govreg.site.leeds.passwords import password_for
from tests.partnerships.pages import read
from tests.telephone import Telephone

SET_UP = "/account/second-factor/set-up/"


def sign_in(client: Client, email: str, password: str = "", **where: str) -> Any:
    given = {"username": email, "password": password or password_for(email.lower())}
    return client.post("/sign-in/", given, **where)


def with_factor(user: User) -> tuple[Telephone, list[str]]:
    """Give a user a second factor; return the telephone and the recovery codes."""
    telephone = Telephone(new_secret())
    codes = set_up_factor(user=user, secret=telephone.secret, code=telephone.code())
    return telephone, codes


def half_signed_in(user: User) -> Client:
    """Return a browser that has passed the password alone."""
    client = Client()
    assert sign_in(client, user.email).status_code == 302
    return client


def enrol(client: Client) -> tuple[Telephone, list[str]]:
    """Set a second factor up on the pages; return the telephone and the codes shown."""
    telephone = Telephone(read(client.get(SET_UP)).find(class_="app-key").text)
    shown = read(client.post(SET_UP, {"code": telephone.code()}))
    return telephone, [code.text for code in shown.select(".app-codes code")]
