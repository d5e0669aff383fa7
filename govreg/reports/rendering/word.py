"""What has every report that is written for Word in common?"""

import re
from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

LANGUAGE = "en-GB"
#: Characters that an XML file may not hold; a text that was pasted may.
NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
#: The sides of A4, and the margin to the left and right, in centimetres.
SHORT, LONG, MARGIN = 21, 29.7, 2
LONGEST_TITLE = 255


def clean(text: str) -> str:
    """Return a text without the characters that a Word file does not take."""
    return NOT_IN_XML.sub("", text)


def new_file(*, title: str, author: str, landscape: bool = False) -> Any:
    """Return an empty file on A4 that says its title, its author and its language."""
    made = Document()
    page = made.sections[0]
    page.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    width, height = (LONG, SHORT) if landscape else (SHORT, LONG)
    page.page_width, page.page_height = Cm(width), Cm(height)
    page.left_margin = page.right_margin = Cm(MARGIN)
    style = made.styles["Normal"]
    style.font.name, style.font.size = "Arial", Pt(10)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), LANGUAGE)
    style.element.get_or_add_rPr().append(language)
    about = made.core_properties
    about.title = clean(title)[:LONGEST_TITLE]
    about.author, about.language = clean(author)[:LONGEST_TITLE], LANGUAGE
    return made


def content_of(made: Any) -> bytes:
    """Return the bytes of a file."""
    written = BytesIO()
    made.save(written)
    return written.getvalue()


def add_table(
    made: Any, heads: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float] = ()
) -> Any:
    """Add a table whose row of heads is repeated on every page; `widths` are in centimetres."""
    table = made.add_table(rows=1 + len(rows), cols=len(heads))
    table.style = "Table Grid"
    for row, texts in zip(table.rows, (heads, *rows), strict=True):
        for place, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
            cell.text = clean(text)
            if widths:
                cell.width = Cm(widths[place])
    make_bold(table.rows[0].cells)
    repeated = OxmlElement("w:tblHeader")
    table.rows[0]._tr.get_or_add_trPr().append(repeated)
    return table


def make_bold(cells: Iterable[Any]) -> None:
    """Set what stands in cells in bold."""
    for run in _runs(cells):
        run.bold = True


def make_small(cells: Iterable[Any], points: float) -> None:
    """Set what stands in cells in a smaller size."""
    for run in _runs(cells):
        run.font.size = Pt(points)


def put_right(cells: Iterable[Any]) -> None:
    """Range what stands in cells to the right, as figures are."""
    for cell in cells:
        for paragraph in cell.paragraphs:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _runs(cells: Iterable[Any]) -> Iterable[Any]:
    return (run for cell in cells for paragraph in cell.paragraphs for run in paragraph.runs)
