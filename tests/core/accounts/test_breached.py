"""Is a password refused that a list of breached ones holds, however long the list is?"""

import hashlib
import re
from pathlib import Path

import pytest
from django.core import mail
from django.core.checks import run_checks
from django.core.exceptions import ValidationError
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from govreg.core.accounts import breached
from govreg.core.accounts.breached import BreachedPasswordValidator, is_listed, problem_with
from tests.outbox import work_off
from tests.partnerships.pages import problems

BREACHED = "correct horse battery"


def digest(password: str) -> str:
    return hashlib.sha1(password.encode()).hexdigest().upper()


def written(path: Path, passwords: list[str], end: str = "\r\n", last: str = "\r\n") -> Path:
    lines = sorted(f"{digest(p)}:{len(p) * 7 ** (n % 9)}" for n, p in enumerate(passwords))
    path.write_bytes((end.join(lines) + last).encode() if lines else b"")
    return path


@given(
    passwords=st.lists(st.text(max_size=8), unique=True, max_size=40),
    end=st.sampled_from(["\n", "\r\n"]),
    is_closed=st.booleans(),
)
def test_every_password_of_a_list_is_found_and_no_other(
    tmp_path_factory, passwords, end, is_closed
):
    path = tmp_path_factory.getbasetemp() / "generated.txt"
    written(path, passwords, end, end if is_closed else "")
    assert all(is_listed(path, password) for password in passwords)
    others = [f"{password} not" for password in [*passwords, "a", "b"]]
    assert not any(is_listed(path, other) for other in others if other not in passwords)


def test_a_long_list_is_searched_and_never_read(tmp_path, monkeypatch):
    path = written(tmp_path / "long.txt", [f"password {n}" for n in range(50_000)])
    read = 0
    find = breached._line_from

    def counted(lines, position):
        nonlocal read
        read += 1
        return find(lines, position)

    monkeypatch.setattr(breached, "_line_from", counted)
    assert is_listed(path, "password 31415")
    assert not is_listed(path, "password 50000")
    assert read < 60


@pytest.mark.django_db
def test_a_breached_password_is_refused_in_plain_words(cast, tmp_path, settings):
    settings.BREACHED_PASSWORDS_FILE = str(written(tmp_path / "list.txt", [BREACHED, "x", "y"]))
    Client().post("/forgotten-password/", {"email": cast.owner.email})
    work_off()
    link = re.search(r"/set-password/\S+", mail.outbox[0].body).group()
    client = Client()
    address = client.get(link, follow=True).redirect_chain[-1][0]
    typed = {"new_password1": BREACHED, "new_password2": BREACHED}
    assert "found in a breach of another service" in problems(client.post(address, typed))
    typed = dict.fromkeys(typed, "another four plain words")
    assert client.post(address, typed).status_code == 302


def test_without_a_list_nothing_is_refused_and_an_unreadable_one_stops_nobody(settings, caplog):
    BreachedPasswordValidator().validate(BREACHED)
    settings.BREACHED_PASSWORDS_FILE = "/nowhere/list.txt"
    BreachedPasswordValidator().validate(BREACHED)
    assert "could not be read" in caplog.text
    assert "found in a breach" in BreachedPasswordValidator().get_help_text()


def test_the_validator_raises_for_a_listed_one(tmp_path, settings):
    settings.BREACHED_PASSWORDS_FILE = str(written(tmp_path / "list.txt", [BREACHED]))
    with pytest.raises(ValidationError, match="breach"):
        BreachedPasswordValidator().validate(BREACHED)


def spoilt(path: Path, how: str) -> Path:
    written(path, [f"password {n}" for n in range(2000)])
    lines = path.read_bytes().splitlines(keepends=True)
    if how == "not ordered":
        path.write_bytes(b"".join(reversed(lines)))
    elif how == "other lines":
        path.write_bytes(b"a list of something else\n" * 100)
    elif how == "empty":
        path.write_bytes(b"")
    elif how == "missing":
        path.unlink()
    elif how == "half swapped":
        path.write_bytes(b"".join(lines[1000:] + lines[:1000]))
    return path


@pytest.mark.parametrize(
    ("how", "words"),
    [
        ("not ordered", "not ordered by hash"),
        ("half swapped", "not ordered by hash"),
        ("other lines", "forty hexadecimal digits"),
        ("empty", "it is empty"),
        ("missing", "cannot be read"),
    ],
)
def test_a_list_that_cannot_be_searched_is_found_when_the_register_starts(
    tmp_path, settings, how, words
):
    settings.BREACHED_PASSWORDS_FILE = str(spoilt(tmp_path / "list.txt", how))
    (check,) = run_checks(tags=["security"])
    assert check.id == "accounts.E001"
    assert words in check.msg


def test_a_good_list_has_no_problem(tmp_path):
    assert problem_with(spoilt(tmp_path / "list.txt", "not at all")) == ""
