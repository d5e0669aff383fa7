"""How is a follow-up report written for a committee system that puts agendas together in Word?"""

from typing import Any

from govreg.core.ui.words import long_date
from govreg.reports.documents.follow_up import (
    ASKED,
    FollowUp,
    FollowUpLine,
    FollowUpPart,
    WithoutAction,
)

from .imprint import Imprint
from .word import add_table, clean, content_of, new_file

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
    made = new_file(title=document.file_title, author=document.council, landscape=True)
    made.add_heading(clean(document.title), level=0)
    meeting = f", {long_date(document.meeting_on)}" if document.meeting_on else ""
    made.add_paragraph(clean(f"{document.committee}{meeting}"))
    made.add_paragraph(f"{imprint.standing}. With what happened since {long_date(document.since)}.")
    for chosen in document.chosen:
        made.add_paragraph(clean(chosen))
    made.add_heading("At a glance", level=1)
    _figures(made, document)
    for part in document.parts:
        made.add_heading(f"{part.letter}. {part.title}", level=1)
        _lines(made, part) if part.lines else made.add_paragraph(part.empty)
    if document.without_action:
        made.add_heading("Recommendations without an agreed action", level=1)
        add_table(
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
    return content_of(made)


def _figures(made: Any, document: FollowUp) -> None:
    rows = [
        [row.priority or "None stated", row.live, row.overdue, row.completed, row.ended]
        for row in document.figures
    ]
    for row, found in zip(rows, document.figures, strict=True):
        row += [found.earlier, found.total]
    add_table(made, FIGURES, [[str(cell) for cell in row] for row in rows])
    if document.legend:
        legend = "; ".join(f"{level.mark} {level.meaning}" for level in document.legend)
        made.add_paragraph(f"Priority: {legend}")


def _lines(made: Any, part: FollowUpPart) -> None:
    last = "Extension asked for" if part.letter == ASKED else "How it stands"
    heads = ("No.", "Recommendation and agreed action", "Responsible", "Dates", last)
    stands = _extension if part.letter == ASKED else _standing
    add_table(
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
