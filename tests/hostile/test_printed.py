"""Does a report print whole, accessibly and harmlessly where every text in it means ill?"""

import re
import socket
import subprocess
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import Any

import pikepdf
import pytest
from bs4 import BeautifulSoup

from govreg.reports.documents.build import build_review
from govreg.reports.documents.document import PROGRESS, REVIEW
from govreg.reports.documents.parts import Component, Contact, Structure
from govreg.reports.documents.plan import Line
from govreg.reports.rendering.imprint import issued
from govreg.reports.rendering.paper import html_of, pdf_of
from reviews.models import Review
from tests.reports import pdf_structure, verapdf
from tests.reports.conftest import DAY, MOMENT

from .payloads import TEXTS

pytestmark = pytest.mark.django_db
#: Codes that the register itself gives, and short marks; all other words are typed by somebody.
NOT_TYPED = {"reference", "standing_code", "number", "mark", "section", "sections"}
KINDS = {"ReviewDocument.kind", "Points.kind"}
#: Typed, and not printed: on the cover and in the statement, which a plan alone has not, and the
#: state of an action that is not ended, in the place of which its standing is printed.
ONLY_IN_A_REVIEW = {
    "Contact.post", "Contact.organisation", "Contact.details", "Contact.how",
    "Statement.addressee", "Statement.text", "ReviewDocument.errata",
    "Cover.business_line", "Cover.service_line", "Cover.audit_plan",
}  # fmt: skip
ALWAYS = {"Component.meetings", "Component.kind"}
NOT_PRINTED = {REVIEW: ALWAYS, PROGRESS: ALWAYS | ONLY_IN_A_REVIEW | {"LineProgress.state"}}
LONGEST = 200  # characters of each text: a report of them makes hundreds of pages otherwise
FORBIDDEN = {"/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/GoToR", "/Rendition"}
SCHEMES = ("http://", "https://", "mailto:")


class Filling:
    """Puts a hostile text in the place of every typed one, each with a mark of its own."""

    def __init__(self) -> None:
        self.where: dict[str, str] = {}

    def filled(self, value: Any, name: str = "") -> Any:
        if is_dataclass(value):
            if isinstance(value, Line):
                value = replace(value, begins_response=True)
            inside = {
                field.name: self.filled(
                    getattr(value, field.name), f"{type(value).__name__}.{field.name}"
                )
                for field in fields(value)
            }
            return replace(value, **inside)
        if isinstance(value, tuple):
            return tuple(self.filled(one, name) for one in value)
        if not isinstance(value, str) or name in KINDS or name.partition(".")[2] in NOT_TYPED:
            return value
        mark = f"zq{len(self.where):04}zq"
        text = list(TEXTS.values())[len(self.where) % len(TEXTS)]
        self.where[mark] = name
        return f"{text[:LONGEST]} {mark}"


def enriched(document: Any) -> Any:
    """Add what the Leeds reports lack: contacts, and a structure."""
    words = ("x",) * 8
    structure = Structure("x", "x", (Component(*words, (Component(*words, ()),)),))
    contacts = tuple(Contact(step, "x", "x", "x", "x") for step in (1, 2))
    statement = replace(document.statement, contacts=contacts)
    return replace(document, structure=structure, statement=statement, errata=("x", "x"))


@pytest.fixture
def no_connection(monkeypatch):
    def refuse(*args: Any) -> None:
        raise AssertionError("the print opened a connection")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)


@pytest.fixture(params=[REVIEW, PROGRESS])
def filled(request, leeds):
    review = Review.objects.get(reference="leeds-2007")
    filling = Filling()
    document = filling.filled(enriched(build_review(review, DAY, kind=request.param)))
    assert isinstance(document.as_at, date)
    return document, filling.where


def letters_of(path) -> str:
    done = subprocess.run(["pdftotext", "-raw", str(path), "-"], capture_output=True, check=True)
    return re.sub(r"[\s\-\u00ad\u2010]", "", done.stdout.decode())


def is_printed(mark: str, letters: str) -> bool:
    """Say whether a mark is there; after an override of the direction it stands backwards."""
    return mark in letters or mark[::-1] in letters


def dictionaries(pdf: pikepdf.Pdf) -> Iterator[Any]:
    for thing in pdf.objects:
        yield from _inside(thing, depth=0)


def _inside(thing: Any, depth: int) -> Iterator[Any]:
    if depth > 6:
        return
    if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        yield thing
        for value in thing.values():
            if isinstance(value, pikepdf.Object) and not value.is_indirect:
                yield from _inside(value, depth + 1)
    elif isinstance(thing, pikepdf.Array):
        for value in thing:
            if isinstance(value, pikepdf.Object) and not value.is_indirect:
                yield from _inside(value, depth + 1)


def actions(pdf: pikepdf.Pdf) -> tuple[int, list[str]]:
    """Return how many dictionaries were looked at, and each that does something unasked."""
    looked, bad = 0, []
    for one in dictionaries(pdf):
        looked += 1
        if str(one.get("/S", "")) in FORBIDDEN:
            bad.append(str(one.S))
        bad += [name for name in ("/JS", "/AA", "/OpenAction", "/XFA") if name in one]
        if "/URI" in one and not str(one.URI).startswith(SCHEMES):
            bad.append(str(one.URI))
    return looked, bad


def test_a_report_of_hostile_texts_is_printed_whole_and_does_nothing(
    filled, tmp_path, no_connection
):
    document, where = filled
    imprint = issued(document, number=1, at=MOMENT)
    page = BeautifulSoup(html_of(document, imprint), "html.parser")
    assert page.find_all(["script", "iframe", "img", "object", "embed", "link", "style"]) == []
    path = tmp_path / "hostile.pdf"
    path.write_bytes(pdf_of(document, imprint))
    found = pdf_structure.inspect(path)
    assert Counter(found.problems) == {}
    assert found.elements > 400
    assert verapdf.failures(path, verapdf.ACCESSIBLE)[1] == []
    with pikepdf.open(path) as pdf:
        looked, bad = actions(pdf)
    assert bad == []
    assert looked > 1000
    letters = letters_of(path)
    lost = Counter(name for mark, name in where.items() if not is_printed(mark, letters))
    assert set(lost) <= NOT_PRINTED[document.kind], lost
    assert len(where) > 150
    assert "<script>alert('x')</script>" in letters
