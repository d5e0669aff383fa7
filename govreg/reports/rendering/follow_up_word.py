"""How is a follow-up report written for a committee system that puts agendas together in Word?"""

import re
from collections.abc import Sequence
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from govreg.core.ui.words import long_date
from govreg.reports.documents.follow_up import (
    ASKED,
    FollowUp,
    FollowUpLine,
    FollowUpPart,
    WithoutAction,
)

from .imprint import Imprint

LANGUAGE = "en-GB"
#: Characters that an XML file may not hold; a text that was pasted may.
NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
FIGURES = (
    "Priority",
    "Still to be done",
    "Overdue",
    "Completed since",
    "Superseded, withdrawn or risk accepted since",
    "Ended before",
    "All",
)
WIDTHS = (2.4, 9.4, 3.9, 4.4, 5.6)


def word_of(document: FollowUp, imprint: Imprint) -> bytes:
    """Return the report as a DOCX file: headings, tables with repeated heads, and a language."""
    made = Document()
    _set_up(made, document)
    made.add_heading(NOT_IN_XML.sub("", document.title), level=0)
    meeting = f", {long_date(document.meeting_on)}" if document.meeting_on else ""
    made.add_paragraph(NOT_IN_XML.sub("", f"{document.committee}{meeting}"))
    made.add_paragraph(f"{imprint.standing}. With what happened since {long_date(document.since)}.")
    for chosen in document.chosen:
        made.add_paragraph(NOT_IN_XML.sub("", chosen))
    made.add_heading("At a glance", level=1)
    _figures(made, document)
    for part in document.parts:
        made.add_heading(f"{part.letter}. {part.title}", level=1)
        _lines(made, part) if part.lines else made.add_paragraph(part.empty)
    if document.without_action:
        made.add_heading("Recommendations without an agreed action", level=1)
        _table(
            made,
            ("No.", "Recommendation", "How it stands"),
            [
                [
                    f"{one.reference} {one.number} {one.priority.mark}".strip(),
                    one.wording,
                    one.standing,
                ]
                for one in document.without_action
            ],
        )
    made.add_heading("How this report was made", level=1)
    for sentence in document.method:
        made.add_paragraph(sentence, style="List Bullet")
    if imprint.seal:
        made.add_paragraph(imprint.seal)
    written = BytesIO()
    made.save(written)
    return written.getvalue()


def _set_up(made: Any, document: FollowUp) -> None:
    page = made.sections[0]
    page.orientation = WD_ORIENT.LANDSCAPE
    page.page_width, page.page_height = Cm(29.7), Cm(21)
    page.left_margin = page.right_margin = Cm(2)
    style = made.styles["Normal"]
    style.font.name, style.font.size = "Arial", Pt(10)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), LANGUAGE)
    style.element.get_or_add_rPr().append(language)
    about = made.core_properties
    about.title = NOT_IN_XML.sub("", document.file_title)[:255]
    about.author, about.language = document.council, LANGUAGE


def _figures(made: Any, document: FollowUp) -> None:
    rows = [
        [row.priority or "None stated", row.live, row.overdue, row.completed, row.ended]
        for row in document.figures
    ]
    for row, found in zip(rows, document.figures, strict=True):
        row += [found.earlier, found.total]
    _table(made, FIGURES, [[str(cell) for cell in row] for row in rows])
    if document.legend:
        legend = "; ".join(f"{level.mark} {level.meaning}" for level in document.legend)
        made.add_paragraph(f"Priority: {legend}")


def _lines(made: Any, part: FollowUpPart) -> None:
    last = "Extension asked for" if part.letter == ASKED else "How it stands"
    heads = ("No.", "Recommendation and agreed action", "Responsible", "Dates", last)
    stands = _extension if part.letter == ASKED else _standing
    _table(
        made,
        heads,
        [
            [
                _number(line),
                "\n".join(filter(None, (line.wording, line.concerns, f"Action: {line.action}"))),
                line.owners_in_words,
                _dates(line),
                stands(line),
            ]
            for line in part.lines
        ],
        WIDTHS,
    )


def _number(line: FollowUpLine | WithoutAction) -> str:
    return f"{line.reference} {line.number} {line.priority.mark}".strip()


def _dates(line: FollowUpLine) -> str:
    due = long_date(line.due) if line.due else ""
    said = [f"Due {due}" if due else f"No due date {line.timescale}".strip()]
    if line.was_revised and line.original_due:
        said.append(f"First agreed for {long_date(line.original_due)}")
    if line.extensions:
        said.append(f"Extensions: {line.extensions}, {line.slippage} days in all")
    return "\n".join(said)


def _standing(line: FollowUpLine) -> str:
    percent = "" if line.percent is None else f", {line.percent} % complete"
    rated = f"Computed rating: {line.computed}{percent}"
    said = [line.standing, line.outcome or line.verified, rated]
    if line.said:
        said.append(f"Officer’s rating: {line.said.rating}, {long_date(line.said.on)}")
        said += [f"Reason: {line.said.reason}" if line.said.reason else "", line.said.narrative]
    else:
        said.append("No progress recorded")
    return "\n".join(filter(None, said))


def _extension(line: FollowUpLine) -> str:
    found = line.extension
    if found is None:
        return ""
    return "\n".join(
        (
            f"To {long_date(found.due)} ({found.timescale}), asked for on "
            f"{long_date(found.asked_on)}",
            found.reason,
            f"{found.standing}. {found.answer}".strip(),
            "Decision: granted / refused",
            "Minute:",
        )
    )


def _table(
    made: Any, heads: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float] = ()
) -> None:
    table = made.add_table(rows=1 + len(rows), cols=len(heads))
    table.style = "Table Grid"
    for row, texts in zip(table.rows, (heads, *rows), strict=True):
        for place, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
            cell.text = NOT_IN_XML.sub("", text)
            if widths:
                cell.width = Cm(widths[place])
    for paragraph in (p for cell in table.rows[0].cells for p in cell.paragraphs):
        for run in paragraph.runs:
            run.bold = True
    repeated = OxmlElement("w:tblHeader")
    table.rows[0]._tr.get_or_add_trPr().append(repeated)
