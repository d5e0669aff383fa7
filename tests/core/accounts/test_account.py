"""Can a person change their password, see how they sign in, and end their other sessions?"""

import re

import pytest
from django.core import mail
from django.test import Client

from govreg.core.accounts.models import AccessLogEntry, User
from govreg.core.accounts.services.users import deactivate_user
from govreg.core.history.models import ChangeSet
from govreg.site.leeds.passwords import password_for
from tests.outbox import work_off
from tests.partnerships.pages import page, problems, read, send
from tests.people import Cast, signed_in

from .stories import sign_in, with_factor

pytestmark = pytest.mark.django_db
NEW = "three plain words"


def change(client: Client, cast: Cast, **changes: str):
    typed = {
        "password": password_for(cast.owner.email),
        "new_password": NEW,
        "new_password_again": NEW,
    }
    return send(client, "accounts:change-password", changes={**typed, **changes})


def test_every_page_leads_to_ones_account(cast):
    client = signed_in(cast.owner)
    link = read(client.get("/")).find("header").find("a", string="Your account")
    shown = read(client.get(link["href"]))
    assert cast.owner.email in shown.text
    assert "Action owner" in shown.text
    assert shown.find("header").find("a", string="Your account")["aria-current"] == "page"
    assert "Your account" not in Client().get("/sign-in/").content.decode()


def test_a_person_changes_their_password_and_stays_signed_in_here_alone(cast):
    here, elsewhere, neighbour = (signed_in(u) for u in (cast.owner, cast.owner, cast.auditor))
    response = change(here, cast)
    assert response["Location"] == "/account/"
    assert "Everywhere else you are signed out" in here.get("/account/").content.decode()
    assert elsewhere.get("/").status_code == 302
    assert neighbour.get("/").status_code == 200
    assert sign_in(Client(), cast.owner.email, NEW)["Location"] == "/"
    assert "not right" in sign_in(Client(), cast.owner.email).content.decode()
    assert ChangeSet.objects.filter(verb="Set a new password", by=cast.owner).count() == 1
    assert AccessLogEntry.objects.get(event="password-changed").user == cast.owner


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"password": "wrong"}, "That is not your password"),
        ({"password": ""}, "Enter your present password"),
        ({"new_password_again": "three other words"}, "are not the same"),
        ({"new_password": "short", "new_password_again": "short"}, "too short"),
        ({"new_password": "password1234", "new_password_again": "password1234"}, "too common"),
    ],
)
def test_a_password_that_will_not_do_is_refused_in_words(cast, changes, sentence):
    assert sentence in problems(change(signed_in(cast.owner), cast, **changes))
    assert User.objects.get(pk=cast.owner.pk).check_password(password_for(cast.owner.email))


def test_a_form_sent_twice_changes_the_password_once(cast):
    client = signed_in(cast.owner)
    typed = {"once": "6f1f3d3e-8c0b-4d6e-9f51-3f2d6a7a1b11", "new_password": NEW}
    typed |= {"password": password_for(cast.owner.email), "new_password_again": NEW}
    client.post("/account/password/", typed)
    again = client.post("/account/password/", typed, follow=True)
    assert "already saved" in again.content.decode()
    assert ChangeSet.objects.filter(verb="Set a new password").count() == 1


def test_a_password_set_by_link_ends_every_session(cast):
    open_elsewhere = signed_in(cast.owner)
    Client().post("/forgotten-password/", {"email": cast.owner.email})
    work_off()
    link = re.search(r"/set-password/\S+", mail.outbox[0].body).group()
    client = Client()
    address = client.get(link, follow=True).redirect_chain[-1][0]
    client.post(address, {"new_password1": NEW, "new_password2": NEW})
    assert open_elsewhere.get("/").status_code == 302
    assert sign_in(Client(), cast.owner.email, NEW)["Location"] == "/"


def test_a_person_signs_out_everywhere_else(cast):
    here, elsewhere, neighbour = (signed_in(u) for u in (cast.owner, cast.owner, cast.auditor))
    assert send(here, "accounts:sign-out-elsewhere")["Location"] == "/account/"
    assert here.get("/").status_code == 200
    assert elsewhere.get("/").status_code == 302
    assert neighbour.get("/").status_code == 200


def without_password(user: User) -> Client:
    from govreg.core.history.change import change as open_change

    with open_change(verb="Test", by=None):
        user.set_unusable_password()
        user.save()
    return signed_in(user)


def test_whoever_has_no_password_proves_themself_with_the_app(cast):
    client = without_password(cast.owner)
    assert "because you sign in with your council account" in page(client, "accounts:account").text
    assert client.get("/account/password/").status_code == 403
    telephone, recovery = with_factor(cast.owner)
    client = signed_in(cast.owner)
    assert client.post("/sign-in/recovery-code/", {"code": recovery[0]}).status_code == 302
    wrong = send(client, "accounts:remove-factor", changes={"code_now": "000000"})
    assert "not the code that the app shows" in problems(wrong)
    right = {"code_now": telephone.code(later=1)}
    assert send(client, "accounts:remove-factor", changes=right).status_code == 302


def test_deactivation_ends_a_session_that_passed_both_factors(cast):
    _telephone, recovery = with_factor(cast.owner)
    client = signed_in(cast.owner)
    client.post("/sign-in/recovery-code/", {"code": recovery[0]})
    assert client.get("/").status_code == 200
    deactivate_user(user=cast.owner, by=cast.administrator, reason="Left")
    assert client.get("/").status_code == 302
