"""How does a person work with the register by keyboard alone?"""

import hashlib
import hmac
import re
from base64 import b32encode
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

MOST_TABS = 250


def password_for(email: str) -> str:
    """Return a demonstration account's password under the journeys' secret key."""
    mac = hmac.new(b"journeys only", f"demonstration {email}".encode(), hashlib.sha256)
    letters = b32encode(mac.digest()).decode("ascii").lower()
    return "-".join(letters[i : i + 4] for i in range(0, 16, 4))


@dataclass
class Desk:
    """Where people sit down in turn, each in a browser window of their own."""

    browser: Browser
    address: str
    javascript: bool
    windows: list[BrowserContext] = field(default_factory=list)

    def sit(self, name: str, *, width: int = 1200) -> "Person":
        """Sign a person of the demonstration in, by keyboard."""
        window = self.browser.new_context(
            java_script_enabled=self.javascript,
            base_url=self.address,
            viewport={"width": width, "height": 900},
        )
        window.set_default_timeout(8_000)
        self.windows.append(window)
        person = Person(window.new_page(), self.javascript)
        person.go("/sign-in/")
        email = f"{name}@leeds.example"
        person.type_into("E-mail address", email)
        person.type_into("Password", password_for(email))
        person.press("Sign in")
        expect(person.page.locator("h1")).to_contain_text("Good day")
        return person

    def close(self) -> None:
        """Close every window."""
        for window in self.windows:
            window.close()


@dataclass
class Person:
    """Somebody with a keyboard and no mouse."""

    page: Page
    javascript: bool = True

    def go(self, path: str) -> None:
        """Open an address, as a bookmark or a colleague's link would."""
        self.page.goto(path)

    def tab_to(self, target: Locator) -> Locator:
        """Press Tab until the target has the focus."""
        target.first.wait_for()
        for _press in range(MOST_TABS):
            if target.first.evaluate("element => element === document.activeElement"):
                return target.first
            self.page.keyboard.press("Tab")
        raise AssertionError(f"{target} was not reached in {MOST_TABS} steps of the Tab key.")

    def type_into(self, label: str, text: str) -> None:
        """Go to a field, empty it and type."""
        self.tab_to(self.page.get_by_label(re.compile(rf"^{re.escape(label)}( \(optional\))?$")))
        self.page.keyboard.press("Control+a")
        self.page.keyboard.press("Delete")
        self.page.keyboard.insert_text(text)

    def choose(self, label: str) -> None:
        """Go to the group of a radio button and choose it with the keys."""
        radio = self.page.get_by_role("radio", name=label, exact=True)
        group = self.page.locator(f'input[name="{radio.get_attribute("name")}"]')
        for _press in range(MOST_TABS):
            if group.evaluate_all("all => all.includes(document.activeElement)"):
                break
            self.page.keyboard.press("Tab")
        for _press in range(20):
            if radio.is_checked():
                return
            self.page.keyboard.press("ArrowDown")
            if not radio.is_checked():
                self.page.keyboard.press("Space") if group.count() == 1 else None
        raise AssertionError(f"“{label}” could not be chosen with the keys.")

    def attach(self, label: str, path: str) -> None:
        """Go to a file field and choose a file, as the system's own dialogue would."""
        self.tab_to(self.page.get_by_label(label)).set_input_files(path)

    def press(self, name: str) -> None:
        """Go to a button and press Enter."""
        self.tab_to(self.page.get_by_role("button", name=name, exact=True))
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def follow(self, name: str) -> None:
        """Go to a link, or to one that looks like a button, and press Enter."""
        main = self.page.locator("main")
        link = main.get_by_role("link", name=name)
        self.tab_to(link.or_(main.get_by_role("button", name=name, exact=True)))
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def pick(self, label: str, option: str) -> None:
        """Go to a list of choices and move to one of them with the arrow keys."""
        choices = self.page.get_by_label(label, exact=True)
        labels = choices.locator("option").all_inner_texts()
        wanted = next(n for n, text in enumerate(labels) if text.strip() == option)
        self.tab_to(choices)
        self.page.keyboard.press("Home")
        for _step in range(wanted):
            self.page.keyboard.press("ArrowDown")
        expect(choices.locator("option:checked")).to_have_text(option)

    def download(self, name: str) -> bytes:
        """Go to a link, press Enter and return the file that comes."""
        self.tab_to(self.page.locator("main").get_by_role("link", name=name))
        with self.page.expect_download(timeout=40_000) as coming:
            self.page.keyboard.press("Enter")
        return Path(coming.value.path()).read_bytes()

    def sees(self, text: str) -> None:
        """Find a text on the page."""
        expect(self.page.locator("main")).to_contain_text(text)
