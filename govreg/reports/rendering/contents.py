"""Which lines does the table of contents have?"""

from collections.abc import Iterator
from dataclasses import dataclass

from govreg.reports.documents.document import ReviewDocument
from govreg.reports.documents.parts import ReportSection

STATEMENT_ANCHOR = "statement"
PLAN_ANCHOR = "action-plan"
STRUCTURE_ANCHOR = "structure"
STATEMENT_TITLE = "Statement of responsibilities"
FEWEST_IN_COLUMNS = 25
MOST_IN_COLUMNS = 60


@dataclass(frozen=True, slots=True)
class ContentsLine:
    """One line: how deep, what it says and where it leads."""

    level: int
    number: str
    title: str
    anchor: str

    @property
    def words(self) -> str:
        """The number and the title."""
        return f"{self.number} {self.title}".strip()


def contents(document: ReviewDocument, *, deepest: int = 2) -> list[ContentsLine]:
    """Return the lines in reading order, sections down to a depth."""
    lines: list[ContentsLine] = []
    if not document.statement.is_empty:
        lines.append(ContentsLine(1, "", STATEMENT_TITLE, STATEMENT_ANCHOR))
    for section in document.sections:
        lines.extend(_below(section, level=1, deepest=deepest))
    lines.append(ContentsLine(1, "", document.plan_title, PLAN_ANCHOR))
    if document.structure:
        lines.append(ContentsLine(1, "", document.structure_title, STRUCTURE_ANCHOR))
    return lines


def in_columns(lines: list[ContentsLine]) -> list[list[ContentsLine]]:
    """Return the lines in two columns of one page, cut at a chapter; more lines stay in one."""
    if not FEWEST_IN_COLUMNS <= len(lines) <= MOST_IN_COLUMNS:
        return [lines] if lines else []
    starts = [index for index, line in enumerate(lines) if line.level == 1 and index]
    cut = min(starts, key=lambda index: abs(len(lines) - 2 * index), default=len(lines))
    return [part for part in (lines[:cut], lines[cut:]) if part]


def _below(section: ReportSection, *, level: int, deepest: int) -> Iterator[ContentsLine]:
    yield ContentsLine(level, section.number, section.title, section.anchor)
    if level < deepest:
        for one in section.sections:
            yield from _below(one, level=level + 1, deepest=deepest)
