"""Does a planted word reach anybody who may not read it, and does it reach everybody who may?

Each person opens every page, file, report and export that they are answered, the history, and what
the search finds; the words of each answer are held against the hand-written table of readers.
"""

import io
import re
import subprocess
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from govreg.core.history import subjects
from govreg.reports.documents.document import NAMES as REPORTS
from tests.architecture import access_world
from tests.architecture.access_rows import PEOPLE
from tests.architecture.access_table import ROWS
from tests.architecture.test_access_matrix import NAMES
from tests.people import Cast, signed_in

from .markers import READERS, plant

pytestmark = [pytest.mark.audit, pytest.mark.django_db]

#: Looking for the one word that stands beside every marker gives no marker away by its echo.
LOOKED_FOR = ("/search/", "/partnerships/", "/organisations/", "/recommendations/", "/actions/")
REVIEWS = ("quite-issued", "quite-discussed", "quite-draft", "leeds-2007")
HISTORY_PAGES = 12
#: Whoever has a private link reads what its owner may see; tests/partnerships/test_calendars.py.
BY_LINK = ("partnerships:calendar",)


@dataclass
class Found:
    """Which markers a person met and where, and how much of each kind was looked through."""

    places: dict[str, dict[str, list[str]]] = field(
        default_factory=lambda: {marker: defaultdict(list) for marker in READERS}
    )
    looked: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    def look(self, who: str, address: str, kind: str, text: str) -> None:
        """Note the markers in a text."""
        self.looked[kind] += 1
        for marker in READERS:
            if marker in text.lower():
                self.places[marker][who].append(address)


@pytest.fixture
def addresses(cast: Cast) -> list[str]:
    """Every address of the table, and those of the planted records."""
    world = access_world.build(cast)
    planted = plant(cast)
    found = [reverse(row.name, args=world[row.about]) for row in ROWS if row.name not in BY_LINK]
    found += [thing.get_absolute_url() for thing in planted]
    found += [
        reverse("history:record", args=[thing._meta.label_lower, thing.pk])
        for thing in planted
        if subjects.kind_of(thing._meta.label_lower)
    ]
    found += [reverse("reports:read", args=[one, kind]) for one in REVIEWS for kind in REPORTS]
    found += [reverse("reports:pdf", args=[one, "review"]) for one in REVIEWS[:3]]
    found += [reverse("reports:pdf", args=[REVIEWS[3], "progress"])]
    found += [f"{one}?words=kestrel" for one in LOOKED_FOR]
    found += [f"/history/?words={word}" for word in ("section", "response", "progress", "draft")]
    return list(dict.fromkeys(found))


def test_a_planted_word_reaches_those_who_may_read_it_and_nobody_else(cast, addresses):
    found = Found()
    for who in PEOPLE:
        client = Client() if who == "-" else signed_in(getattr(cast, NAMES[who]))
        for address, kind, text in everything_for(client, addresses):
            found.look(who, address, kind, text)
        if who != "-":
            for marker in READERS:
                _search_for(client, who, marker, found)
    assert leaks(found) == []
    assert unseen(found) == []
    assert found.looked["page"] > 800
    assert found.looked["PDF"] > 20
    assert found.looked["export"] > 50
    assert found.looked["file"] > 10
    assert found.looked["search"] == len(READERS) * (len(PEOPLE) - 1)


def leaks(found: Found) -> list[tuple[str, str, list[str]]]:
    """Return each marker that reached somebody who may not read it, and where."""
    return [
        (marker, who, places[:5])
        for marker, people in found.places.items()
        for who, places in people.items()
        if who not in READERS[marker]
    ]


def unseen(found: Found) -> list[tuple[str, str]]:
    """Return each marker that somebody may read and met nowhere."""
    return [
        (marker, who)
        for marker, readers in READERS.items()
        for who in readers
        if not found.places[marker].get(who)
    ]


def everything_for(client: Client, addresses: list[str]) -> Iterator[tuple[str, str, str]]:
    """Give what a person is answered: the address, the kind of thing, and its words."""
    waiting = list(addresses)
    seen: set[str] = set(waiting)
    history = 0
    while waiting:
        address = waiting.pop(0)
        answer = client.get(address)
        if answer.status_code != 200:
            yield address, "refusal", answer.content.decode("utf-8", "replace")
            continue
        kind, text = words_of(answer)
        yield address, kind, text
        if kind != "page":
            continue
        for more in _more(address, text):
            history += more.startswith("/history/?")
            if more not in seen and history <= HISTORY_PAGES:
                seen.add(more)
                waiting.append(more)


def _more(address: str, page: str) -> Iterator[str]:
    """Give the exports of a list, the files a page hands out, and the later pages of a history."""
    path = address.partition("?")[0]
    for link in BeautifulSoup(page, "html.parser").select("a[href]"):
        href = str(link["href"])
        if href.startswith("?"):
            href = path + href
        if (
            "export=" in href
            or "/evidence/" in href
            or (path.startswith("/history/") and re.search(r"[?&]page=", href))
        ):
            yield href


def words_of(answer: Any) -> tuple[str, str]:
    """Return the kind of an answer and every word in it, its headers' too."""
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    media = answer.get("Content-Type", "")
    headers = " ".join(answer.headers.values())
    if media.startswith("text/html"):
        return "page", content.decode()
    if content.startswith(b"%PDF-") and media.startswith("application/pdf"):
        kind = "file" if len(content) < 500 else "PDF"
        return kind, headers + (_printed(content) if kind == "PDF" else "")
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            inside = b" ".join(parts.read(name) for name in parts.namelist())
        return "export", headers + inside.decode("utf-8", "replace")
    kind = "export" if "csv" in media else "other"
    return kind, headers + content.decode("utf-8", "replace")


def _printed(content: bytes) -> str:
    """Return the letters that a PDF shows, without spaces: a word may be broken at a line's end."""
    command = ["pdftotext", "-", "-"]
    done = subprocess.run(command, input=content, capture_output=True, check=True)
    return "".join(done.stdout.decode().replace("\N{SOFT HYPHEN}", "").split())


def _search_for(client: Client, who: str, marker: str, found: Found) -> None:
    """Look for a marker itself: a hit tells that it is there, whatever the page shows of it."""
    answer = client.get("/search/", {"words": marker})
    hits = " ".join(str(hit) for hit in answer.context["found"])
    found.look(who, f"/search/?words={marker}", "search", marker if hits else "")
