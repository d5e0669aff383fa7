"""What does axe find on a page, and does the page fit on a narrow screen?"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from .people import password_for

AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDE, NARROW = {"width": 1200, "height": 900}, {"width": 320, "height": 800}
RUN = """async standards => {
  const found = await axe.run(document, {
    runOnly: {type: 'tag', values: standards}, resultTypes: ['violations'], preload: false,
  });
  return found.violations.map(v => [v.id, v.nodes.map(n => n.html.slice(0, 160)).slice(0, 3)]);
}"""
TOO_WIDE = "() => document.documentElement.scrollWidth > document.documentElement.clientWidth"


@dataclass
class Reader:
    """Opens pages as different people, and notes what is wrong with them."""

    browser: Browser
    address: str
    read: list[str] = field(default_factory=list)
    wrong: list[Any] = field(default_factory=list)
    desks: dict[str, Page] = field(default_factory=dict)

    def desk(self, name: str) -> Page:
        """Return the page of a person, signed in once; without a name, of a stranger."""
        if name not in self.desks:
            window = self.browser.new_context(base_url=self.address, viewport=WIDE)
            window.set_default_timeout(10_000)
            window.add_init_script(path=AXE)
            page = self.desks[name] = window.new_page()
            if name:
                email = f"{name}@leeds.example"
                page.goto("/sign-in/")
                page.get_by_label("E-mail address").fill(email)
                page.locator("input[type=password]").fill(password_for(email))
                page.keyboard.press("Enter")
                page.wait_for_url(f"{self.address}/")
        return self.desks[name]

    def open(self, name: str, where: str, *, status: int = 200, state: str = "") -> Page:
        """Open an address as a person and look at the page."""
        page = self.desk(name)
        response = page.goto(where)
        assert response is not None
        assert response.status == status, (where, response.status)
        self.look(page, state)
        return page

    def send_empty(self, name: str, where: str) -> None:
        """Send the page's form as a browser shows it, but with every text empty; look again."""
        page = self.desk(name)
        forms = page.locator("main form[method=post][novalidate]")
        if page.url.split(self.address)[-1] != where or not forms.count():
            return
        forms.last.evaluate(
            """form => {
              const texts = 'textarea, input[type=text], input[type=email]';
              for (const field of form.querySelectorAll(texts)) field.value = '';
              for (const box of form.querySelectorAll('input:checked')) box.checked = false;
            }"""
        )
        with page.expect_navigation():
            forms.last.evaluate("form => form.submit()")
        self.look(page, "sent empty")

    def look(self, page: Page, state: str = "") -> None:
        """Run axe at full width, and see that nothing scrolls sideways on a narrow screen."""
        here = f"{page.url.removeprefix(self.address)} {state}".strip()
        self.read.append(here)
        for rule, nodes in page.evaluate(RUN, STANDARDS):
            self.wrong.append((here, rule, nodes))
        page.set_viewport_size(NARROW)
        if page.evaluate(TOO_WIDE):
            self.wrong.append((here, "scrolls sideways at 320 pixels", []))
        page.set_viewport_size(WIDE)

    def close(self) -> None:
        """Close every window."""
        for page in self.desks.values():
            page.context.close()
