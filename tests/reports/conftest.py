"""Which documents and PDFs do the tests of the reports look at? Each is made once for a session."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from govreg.reports.documents.build import build_review
from govreg.reports.documents.document import NAMES, ReviewDocument
from govreg.reports.rendering.imprint import issued
from govreg.reports.rendering.paper import pdf_of
from reviews.models import Review

DAY = date(2008, 2, 1)
MOMENT = datetime(2008, 2, 1, 9, tzinfo=UTC)
REFERENCES = ("leeds-2005", "leeds-2007")
EVERY_REPORT = [(reference, kind) for reference in REFERENCES for kind in NAMES]


@dataclass(frozen=True)
class Printed:
    """A document and the PDF made of it."""

    document: ReviewDocument
    content: bytes
    path: Path


@pytest.fixture(scope="session")
def document_of(django_db_setup, django_db_blocker) -> Callable[[str, str], ReviewDocument]:
    """Give a report of a Leeds review as at 1 February 2008."""
    made: dict[tuple[str, str], ReviewDocument] = {}

    def build(reference: str, kind: str) -> ReviewDocument:
        if (reference, kind) not in made:
            with django_db_blocker.unblock():
                review = Review.objects.get(reference=reference)
                made[reference, kind] = build_review(review, DAY, kind=kind)
        return made[reference, kind]

    return build


@pytest.fixture(scope="session")
def printed(document_of, tmp_path_factory) -> Callable[[str, str], Printed]:
    """Give a report as it would be issued, as at 1 February 2008."""
    made: dict[tuple[str, str], Printed] = {}
    folder = tmp_path_factory.mktemp("reports")

    def make(reference: str, kind: str) -> Printed:
        if (reference, kind) not in made:
            document = document_of(reference, kind)
            content = pdf_of(document, issued(document, number=1, at=MOMENT))
            path = folder / f"{reference}-{kind}.pdf"
            path.write_bytes(content)
            made[reference, kind] = Printed(document, content, path)
        return made[reference, kind]

    return make
