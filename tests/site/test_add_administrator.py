"""Can a new register be given its first administrator from a shell?"""

import pytest
from django.core.management import CommandError, call_command

from govreg.core.access import Permission
from govreg.core.accounts.models import User

pytestmark = pytest.mark.django_db


def test_the_first_administrator_keeps_people_and_has_no_password_yet(capsys):
    call_command("add_administrator", "Ada@Council.example", "Ada Officer")
    user = User.objects.get(email="ada@council.example")
    assert user.may(Permission.ADMINISTER_PEOPLE)
    assert not user.has_usable_password()
    assert "can now set a password" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("email", "name", "sentence"),
    [
        ("nonsense", "Ada", "is not an e-mail address"),
        ("a@b.example", " ", "Give the name"),
        ("auditor@leeds.example", "Ada", "already a user"),
    ],
)
def test_what_cannot_be_added_says_why(email, name, sentence):
    with pytest.raises(CommandError, match=sentence):
        call_command("add_administrator", email, name)
