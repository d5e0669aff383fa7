"""How is a scrutiny report written for a committee system that puts agendas together in Word?"""

from collections.abc import Callable
from typing import Any

from docx.shared import Cm, Pt

from govreg.reports.documents.scrutiny import (
    ScrutinyBlock,
    ScrutinyDocument,
    ScrutinyGroups,
    ScrutinyMissing,
    ScrutinyPractice,
    ScrutinyProse,
    ScrutinyStudy,
    ScrutinyTable,
)

from .imprint import Imprint
from .word import add_table, clean, content_of, make_bold, make_small, new_file, put_right
from .word_prose import add_caption, add_prose

#: What is left of a page between its margins, in centimetres.
TEXT_WIDTH = 17.0
#: A table with more columns is set smaller, its first column as wide as the names of plans need.
MANY_COLUMNS = 8
SMALL, NOTE, FIRST_OF_MANY = 6.5, 8.5, 2.9


def word_of(document: ScrutinyDocument, imprint: Imprint) -> bytes:
    """Return the report as a DOCX file: its header, numbered sections, and tables with heads."""
    made = new_file(title=document.file_title, author=document.council)
    made.add_heading(clean(f"Report of the {document.report_of}"), level=0)
    made.add_paragraph(clean(document.committee))
    _header(made, document)
    made.add_paragraph(f"{imprint.standing}.")
    for part in document.parts:
        made.add_heading(clean(f"{part.number} {part.title}"), level=1)
        for block in part.blocks:
            _add(made, block)
    if imprint.seal:
        made.add_paragraph(clean(imprint.seal))
    return content_of(made)


def _header(made: Any, document: ScrutinyDocument) -> None:
    open_yet = ". The quarter is still open: its figures are provisional"
    told = f"{document.plan}, {document.quarter}{open_yet if document.is_provisional else ''}"
    pairs = (
        ("Date", document.meeting or "Not known yet"),
        ("Subject", document.subject),
        ("Electoral wards affected", document.wards),
        ("Specific implications for", "; ".join(document.implications) or "None stated"),
        ("Tells of", told),
    )
    table = made.add_table(rows=len(pairs), cols=2)
    table.style = "Table Grid"
    for row, (label, value) in zip(table.rows, pairs, strict=True):
        for cell, text, width in zip(row.cells, (label, value), (5, TEXT_WIDTH - 5), strict=True):
            cell.text, cell.width = clean(text), Cm(width)
        make_bold(row.cells[:1])
    made.add_paragraph()


def _add(made: Any, block: ScrutinyBlock) -> None:
    adders: dict[type, Callable[[Any, Any], None]] = {
        ScrutinyProse: _prose,
        ScrutinyTable: _table,
        ScrutinyGroups: _groups,
        ScrutinyStudy: _study,
        ScrutinyPractice: _practice,
        ScrutinyMissing: _missing,
    }
    adders[type(block)](made, block)


def _prose(made: Any, block: ScrutinyProse) -> None:
    add_prose(made, block.text, number=block.number)


def _table(made: Any, block: ScrutinyTable) -> None:
    if block.rows:
        add_caption(made, block.caption)
        texts = [[cell.text for cell in row.cells] for row in block.rows]
        table = add_table(made, block.heads, texts, _widths(len(block.heads)))
        for shown, row in zip(table.rows[1:], block.rows, strict=True):
            cells = list(zip(shown.cells, row.cells, strict=True))
            put_right(place for place, cell in cells if cell.is_number)
            if row.is_sum:
                make_bold(shown.cells)
        if len(block.heads) > MANY_COLUMNS:
            make_small(table._cells, SMALL)
    else:
        made.add_paragraph(clean(block.empty))
    for note in block.notes:
        _note(made, note)


def _widths(columns: int) -> list[float]:
    if columns <= MANY_COLUMNS:
        return [TEXT_WIDTH / columns] * columns
    return [FIRST_OF_MANY, *[(TEXT_WIDTH - FIRST_OF_MANY) / (columns - 1)] * (columns - 1)]


def _groups(made: Any, block: ScrutinyGroups) -> None:
    if not block.groups:
        made.add_paragraph("No priority is stated.")
    for group in block.groups:
        made.add_heading(clean(group.title), level=2)
        for item in group.items:
            made.add_paragraph(clean(item), style="List Bullet")


def _study(made: Any, block: ScrutinyStudy) -> None:
    invented = " (demonstration: invented)" if block.is_demonstration else ""
    made.add_heading(clean(f"{block.of}: {block.title}{invented}"), level=2)
    _note(made, "; ".join(filter(None, (block.period, block.partners))))
    made.add_paragraph(clean(block.done))
    _labelled(made, block.for_whom, block.changed)
    if block.evidence:
        _labelled(made, "Evidence", block.evidence)


def _practice(made: Any, block: ScrutinyPractice) -> None:
    made.add_heading(clean(f"{block.of}: {block.title}"), level=2)
    _note(made, f"Good practice: {block.theme}")
    if block.difficulty:
        _labelled(made, "Difficulty", block.difficulty)
    _labelled(made, "What was done", block.done)
    if block.achieved:
        _labelled(made, "What it achieved", block.achieved)
    if block.source:
        _note(made, block.source)


def _missing(made: Any, block: ScrutinyMissing) -> None:
    made.add_paragraph(clean(block.sentence))


def _labelled(made: Any, label: str, text: str) -> None:
    paragraph = made.add_paragraph()
    paragraph.add_run(clean(f"{label}: ")).bold = True
    paragraph.add_run(clean(text))


def _note(made: Any, text: str) -> None:
    made.add_paragraph().add_run(clean(text)).font.size = Pt(NOTE)
