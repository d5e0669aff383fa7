"""How is a document printed as a PDF?"""

from functools import cache
from pathlib import Path

from django.template.loader import render_to_string

from govreg.reports.documents.document import ReviewDocument

from .contents import contents, in_columns
from .diagram import all_components, diagram
from .imprint import Imprint

STYLE_SHEET = Path(__file__).parent / "paper.css"


@cache
def style_sheet() -> str:
    """Return the style sheet of the printed reports."""
    return STYLE_SHEET.read_text(encoding="utf-8")


def html_of(document: ReviewDocument, imprint: Imprint) -> str:
    """Return the body of the page that is printed."""
    structure = document.structure
    return render_to_string(
        "reports/paper/document.html",
        {
            "document": document,
            "imprint": imprint,
            "contents": in_columns(contents(document)) if document.has_body else [],
            "diagram": diagram(structure, on_paper=True) if structure else "",
            "components": all_components(structure.components) if structure else [],
        },
    )


def pdf_of(document: ReviewDocument, imprint: Imprint) -> bytes:
    """Return the PDF: the same document and imprint give the same bytes.

    Raises PdfProblem with a sentence when it cannot be made.
    """
    from govreg.core.pdf import render  # the engine is heavy: only who prints waits for it

    return render(
        html_of(document, imprint),
        stylesheet=style_sheet(),
        title=document.title,
        author=document.cover.auditor,
        created=imprint.created,
        archival=imprint.archival,
    )
