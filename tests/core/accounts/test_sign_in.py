"""Can the right people sign in, and nobody else, and is each attempt on record?"""

import re

import pytest
from django.core import mail
from django.test import Client

from govreg.core.accounts.models import AccessLogEntry, User
from govreg.core.accounts.services.users import deactivate_user
from govreg.core.refusals import Refused
from govreg.site.leeds.passwords import password_for
from tests.outbox import work_off
from tests.people import signed_in

pytestmark = pytest.mark.django_db
EMAIL = "officer.c@leeds.example"


def sign_in(client: Client, email: str = EMAIL, password: str = "", address: str = "10.0.0.1"):
    given = {"username": email, "password": password or password_for(email)}
    return client.post("/sign-in/", given, REMOTE_ADDR=address)


@pytest.mark.parametrize("email", [EMAIL, EMAIL.upper()])
def test_a_person_signs_in_with_an_e_mail_address_in_any_case(cast, email):
    assert sign_in(Client(), email, password_for(EMAIL)).status_code == 302
    entry = AccessLogEntry.objects.get(event="signed-in")
    assert (entry.user, entry.address) == (cast.owner, "10.0.0.1")


def test_a_wrong_password_is_said_and_logged_without_the_password(cast):
    content = sign_in(Client(), password="not the password").content.decode()
    assert "e-mail address or the password is not right" in content
    entry = AccessLogEntry.objects.get(event="sign-in-failed")
    assert entry.detail == EMAIL
    assert "not the password" not in str(entry.__dict__)


def test_too_many_attempts_lock_one_name_at_one_address_and_no_neighbour(cast):
    for _attempt in range(6):
        last = sign_in(Client(), password="wrong")
    assert last.status_code == 429
    assert "Nobody else is affected" in last.content.decode()
    assert "set a new one</a> while you wait" in last.content.decode()
    assert sign_in(Client()).status_code == 429
    assert sign_in(Client(), "auditor@leeds.example").status_code == 302
    assert sign_in(Client(), address="10.0.0.2").status_code == 302


def test_a_deactivated_user_is_out_at_once_and_cannot_come_back(cast):
    client = signed_in(cast.owner)
    assert client.get("/").status_code == 200
    deactivate_user(user=cast.owner, by=cast.administrator, reason="Left the council")
    assert client.get("/").status_code == 302
    assert "not right" in sign_in(Client()).content.decode()


def test_an_administrator_cannot_deactivate_themself(cast):
    with pytest.raises(Refused, match="another administrator"):
        deactivate_user(user=cast.administrator, by=cast.administrator, reason="Tired")


def test_a_password_is_set_by_a_link_that_works_once(cast):
    Client().post("/forgotten-password/", {"email": EMAIL})
    assert mail.outbox == []
    work_off()
    link = re.search(r"/set-password/\S+", mail.outbox[0].body).group()
    assert "The link works once." in mail.outbox[0].body
    client = Client()
    form = client.get(link, follow=True)
    address = form.redirect_chain[-1][0]
    words = "three plain words"
    client.post(address, {"new_password1": words, "new_password2": words})
    assert User.objects.get(email=EMAIL).check_password(words)
    used = Client().get(link, follow=True).content.decode()
    assert "<title>This link no longer works –" in used
    assert "used already" in used
    assert "Ask for a new link" in used


def test_a_stranger_learns_nothing_from_the_forgotten_password_page(cast):
    known = Client().post("/forgotten-password/", {"email": EMAIL}, follow=True)
    unknown = Client().post("/forgotten-password/", {"email": "x@y.example"}, follow=True)
    assert known.content == unknown.content
    work_off()
    assert len(mail.outbox) == 1


def test_a_session_that_ended_loses_no_typed_text(cast):
    response = Client().post("/actions/1/update/", {"narrative": "A long account", "once": "x"})
    assert response.status_code == 403
    assert "A long account" in response.content.decode()


def test_signing_out_needs_a_post(cast):
    client = signed_in(cast.owner)
    assert client.get("/sign-out/").status_code == 405
    client.post("/sign-out/")
    assert client.get("/").status_code == 302
