"""Does every page that a person may open work in a browser, and lead only where they may go?"""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from playwright.sync_api import Browser, Page

from tests.architecture.access_rows import PEOPLE
from tests.journeys.every_page import NO_PAGES

from .conftest import STRANGER, Served

pytestmark = pytest.mark.audit
AT_ONCE = 4
#: What is still on its way when the page is left.
LEFT = "net::ERR_ABORTED"
#: Each takes seconds to print; who may have one is asked over HTTP.
MOST_PRINTED = 2
ADDRESSES = """[...document.querySelectorAll('a[href], area[href]')]
    .map(link => new URL(link.getAttribute('href'), location).href)"""


@dataclass
class Walk:
    """What one person met: faults, and every link with the first page that showed it."""

    faults: list[str] = field(default_factory=list)
    links: dict[tuple[Any, ...], tuple[str, str]] = field(default_factory=dict)
    pages: int = 0

    def note_links(self, served: Served, page: Page, where: str) -> None:
        """Keep each link to the register once; those that differ in values alone are one."""
        for address in page.evaluate(ADDRESSES):
            parts = urlsplit(address)
            if not address.startswith(served.address) or parts.path.startswith("/static/"):
                continue
            names = tuple(sorted({name for name, _value in parse_qsl(parts.query)}))
            path = f"{parts.path}?{parts.query}" if parts.query else parts.path
            self.links.setdefault((parts.path, names), (path, where))


def walk(served: Served, browser: Browser, who: str) -> Walk:
    """Open every page that the table allows a person, as their browser would."""
    found = Walk()
    window = browser.new_context(base_url=served.address)
    window.add_cookies(
        [
            {"name": name, "value": value, "url": served.address}
            for name, value in served.cookies(who).items()
            if name == "sessionid"
        ]
    )
    page = window.new_page()
    where = ""

    def fault(words: str) -> None:
        found.faults.append(f"{where}: {words}")

    page.on("console", lambda said: said.type == "error" and fault(said.text))
    page.on("pageerror", lambda error: fault(str(error)))
    page.on(
        "requestfailed", lambda request: request.failure == LEFT or fault(f"{request.url} failed")
    )
    for where in addresses(served, who):
        answer = page.goto(where)
        if answer is None or answer.status != 200:
            fault(f"answered {answer and answer.status}")
        found.pages += 1
        found.note_links(served, page, where)
    window.close()
    return found


def addresses(served: Served, who: str) -> list[str]:
    """Return each page once."""
    allowed = [row for row in served.rows if row["get"][who] == 200 and row["name"] not in NO_PAGES]
    return list(dict.fromkeys(row["address"] for row in allowed))


def dead_links(
    served: Served, who: str, links: list[tuple[str, str]]
) -> list[tuple[str, str, int]]:
    """Follow each link as the person; return those refused, with the page that shows them."""
    visitor = served.visitor(who)

    def follow(link: tuple[str, str]) -> tuple[str, str, int]:
        return (*link, served.status(visitor, "get", link[0]))

    with ThreadPoolExecutor(AT_ONCE) as pool:
        return [one for one in pool.map(follow, links) if one[2] >= 400]


@pytest.mark.parametrize("who", PEOPLE)
def test_every_page_works_and_every_link_leads_somewhere(served, browser, who):
    found = walk(served, browser, who)
    assert found.faults == []
    links = list(found.links.values())
    printed = [link for link in links if "/pdf/" in link[0]]
    links = [link for link in links if "/pdf/" not in link[0]] + printed[:MOST_PRINTED]
    assert dead_links(served, who, links) == []
    assert found.pages >= (5 if who == STRANGER else 15)
    assert len(links) >= (5 if who == STRANGER else 30)
    print(f"{who}: {found.pages} pages opened, {len(links)} links followed.")  # noqa: T201
