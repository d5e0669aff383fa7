"""What does a scrutiny committee read of the progress of plans?

The header and the numbered paragraphs are those of a report to a scrutiny committee (Leeds, April
2007). The tables in the text were read from the register on its day.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ScrutinyCell:
    """One cell of a table: its text, and the page of the register behind it.

    `meaning` says after a bare number what it counts, to whoever hears the link alone.
    """

    text: str
    url: str = ""
    is_number: bool = False
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class ScrutinyRow:
    """One row: its first cell is its head."""

    cells: tuple[ScrutinyCell, ...]
    is_sum: bool = False

    @property
    def head(self) -> ScrutinyCell:
        """What the row is about."""
        return self.cells[0]

    @property
    def rest(self) -> tuple[ScrutinyCell, ...]:
        """What stands under the other heads."""
        return self.cells[1:]


@dataclass(frozen=True, slots=True)
class ScrutinyTable:
    """A table with its caption, the heads of its columns, and notes such as a legend."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[ScrutinyRow, ...]
    notes: tuple[str, ...] = ()
    empty: str = ""

    @property
    def is_of_figures(self) -> bool:
        """Whether every cell beside the row's head is a number."""
        return all(cell.is_number for row in self.rows for cell in row.rest)

    @property
    def heads_with_shares(self) -> list[tuple[str, int]]:
        """The head of each column with how much of the width it takes, in per cent.

        A column is never narrower than its longest word; of two, one whose longest text is four
        times as long is twice as wide.
        """
        columns = zip(
            self.heads, *([cell.text for cell in row.cells] for row in self.rows), strict=True
        )
        wanted = [
            max(
                max(len(word) for text in column for word in text.split() or [""]) + 2,
                3 * max(map(len, column)) ** 0.5,
            )
            for column in columns
        ]
        return [
            (head, round(100 * width / sum(wanted)))
            for head, width in zip(self.heads, wanted, strict=True)
        ]


@dataclass(frozen=True, slots=True)
class ScrutinyGroup:
    """A heading with its list, such as a district with its priorities."""

    title: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ScrutinyGroups:
    """Several lists, each under its heading."""

    groups: tuple[ScrutinyGroup, ...]


@dataclass(frozen=True, slots=True)
class ScrutinyStudy:
    """One case study; `of` says of which plan."""

    title: str
    of: str
    period: str
    done: str
    for_whom: str
    changed: str
    evidence: str
    partners: str
    is_demonstration: bool
    url: str


@dataclass(frozen=True, slots=True)
class ScrutinyPractice:
    """Good practice that others could use; `of` says under which plan it was found."""

    title: str
    of: str
    theme: str
    difficulty: str
    done: str
    achieved: str
    source: str
    url: str


@dataclass(frozen=True, slots=True)
class ScrutinyProse:
    """A run of Markdown; with a number it begins a paragraph."""

    number: str
    text: str


@dataclass(frozen=True, slots=True)
class ScrutinyMissing:
    """A sentence that says what is not there."""

    sentence: str


ScrutinyBlock = (
    ScrutinyProse
    | ScrutinyTable
    | ScrutinyGroups
    | ScrutinyStudy
    | ScrutinyPractice
    | ScrutinyMissing
)


@dataclass(frozen=True, slots=True)
class ScrutinyPart:
    """A section with its number, 1.0, and its blocks."""

    number: str
    title: str
    blocks: tuple[ScrutinyBlock, ...]


@dataclass(frozen=True, slots=True)
class ScrutinyDocument:
    """The report: frozen when it is issued, and shown and printed from nothing else."""

    council: str
    report_of: str
    committee: str
    meeting: str
    subject: str
    wards: str
    implications: tuple[str, ...]
    quarter: str
    plan: str
    as_at: date
    is_provisional: bool
    parts: tuple[ScrutinyPart, ...]

    @property
    def is_draft(self) -> bool:
        """Whether it is not to be issued yet: its quarter is still open."""
        return self.is_provisional

    @property
    def file_title(self) -> str:
        """The title that the file has."""
        return f"{self.subject}: report to the {self.committee}"
