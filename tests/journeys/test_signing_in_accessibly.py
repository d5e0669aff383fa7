"""Is each page of signing in free of what axe finds, in the states that no address alone shows?"""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.telephone import Telephone

from .conftest import serving
from .people import password_for
from .reader import Reader

pytestmark = pytest.mark.journey
NAME = "officer.c"


@pytest.fixture
def reader(browser: Browser, prepared: Path, tmp_path: Path) -> Iterator[Reader]:
    """A register that offers a council's sign-in, which does not answer."""
    shutil.copytree(prepared, tmp_path / "var", symlinks=True)
    with serving(tmp_path / "var", OIDC_ISSUER="http://127.0.0.1:1") as address:
        reader = Reader(browser, address)
        yield reader
        reader.close()


def send(page: Page, button: str, **typed: str) -> None:
    for name, text in typed.items():
        page.locator(f"input[name={name}]").fill(text)
    with page.expect_navigation():
        page.get_by_role("button", name=button, exact=True).click()


def set_up(reader: Reader) -> tuple[Page, Telephone]:
    page = reader.open(NAME, "/account/second-factor/set-up/")
    telephone = Telephone(page.locator(".app-key").inner_text())
    send(page, "Finish setting up", code="000000")
    reader.look(page, "wrong code")
    send(page, "Finish setting up", code=telephone.code())
    assert page.locator(".app-codes code").count() == 10
    reader.look(page, "codes shown once")
    return page, telephone


def test_every_page_of_signing_in(reader: Reader):
    page, telephone = set_up(reader)
    for step in ("", "second-factor/replace/", "second-factor/remove/", "second-factor/codes/"):
        reader.open(NAME, f"/account/{step}", state="with a factor")
    send(page, "Make new recovery codes", password=password_for(f"{NAME}@leeds.example"))
    reader.look(page, "new codes")
    send(page, "Sign out")
    reader.look(page, "with a council account")
    with page.expect_navigation():
        page.get_by_role("button", name="Sign in with your council account").click()
    reader.look(page, "the council does not answer")
    page.goto("/sign-in/?next=/actions/")
    email = f"{NAME}@leeds.example"
    send(page, "Sign in", username=email, password=password_for(email))
    reader.look(page, "code asked")
    send(page, "Continue", code="1")
    reader.look(page, "no code")
    page.get_by_role("link", name="use a recovery code").click()
    reader.look(page, "recovery code asked")
    for _attempt in range(6):
        send(page, "Continue", code="abcd") if page.locator("input[name=code]").count() else None
    reader.look(page, "too many codes")
    assert "Wait 15 minutes" in page.locator("main").inner_text()
    assert len(reader.read) == 14
    assert not reader.wrong, reader.wrong
    assert telephone.secret
