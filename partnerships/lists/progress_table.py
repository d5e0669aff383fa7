"""How does the summary progress table look on the page and in a file?

In a file the columns stand in the order of the source (scrutiny report of 2007, section 5.2).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar
from urllib.parse import urlencode

from govreg.core.ui.lists import Column, ComputedList
from partnerships.queries.progress_table import ProgressTable, TableRow
from partnerships.rules.quarterly_status import QuarterlyStatus


@dataclass(frozen=True, slots=True)
class ShownCell:
    """One number with its share, and where the actions behind it are listed."""

    label: str
    number: int
    percent: str
    address: str


@dataclass(frozen=True, slots=True)
class ShownRow:
    """One row of the page."""

    label: str
    is_sum: bool
    total: int
    address: str
    cells: tuple[ShownCell, ...]
    rate: float | None
    answered: int
    started: int


def shown_rows(table: ProgressTable, *, actions: str, kept: str) -> list[ShownRow]:
    """Return the rows of the page; `actions` is where actions are listed, `kept` stays asked."""
    return [_row(row, actions, kept) for row in table.rows]


def _row(row: TableRow, actions: str, kept: str) -> ShownRow:
    def address(**asked: str) -> str:
        own = {**({"row": row.drill} if row.drill else {}), **asked}
        query = "&".join(part for part in (kept, urlencode(own)) if part)
        return f"{actions}?{query}"

    counts = row.counts
    return ShownRow(
        label=row.label,
        is_sum=row.is_sum,
        total=counts.total,
        address=address(),
        cells=tuple(
            ShownCell(
                status.label,
                counts.of(status),
                "" if counts.percent(status) is None else str(counts.percent(status)),
                address(status=status.value),
            )
            for status in QuarterlyStatus
        ),
        rate=counts.response_rate,
        answered=counts.answered,
        started=counts.started,
    )


def _share(status: QuarterlyStatus) -> Column:
    return Column(
        "%", lambda row: row.counts.percent(status), key=f"{status.value}-share", numeric=True
    )


def _number(status: QuarterlyStatus) -> Column:
    return Column(status.label.upper(), lambda row: row.counts.of(status), numeric=True)


class ProgressTableList(ComputedList):
    """The table as a file has it; the page shows the same figures with their links."""

    columns: ClassVar[list[Column]] = [
        Column("Plan", "label"),
        Column("No of outputs", "counts.total", numeric=True),
        *[make(status) for status in QuarterlyStatus for make in (_number, _share)],
        Column("Response rate %", "counts.response_rate", numeric=True),
    ]
    caption = "Summary progress table"
    noun = ("row", "rows")

    def lines(self) -> Sequence[Any]:
        """Return the rows of the table that the list was made with."""
        return list(self._all)


def file_rows(table: ProgressTable) -> Iterator[list[Any]]:
    """Give the header and the rows of the table in the order of the source."""
    columns = ProgressTableList.columns
    yield [table.heading, *(column.header for column in columns[1:])]
    for row in table.rows:
        yield [column.exported(row) for column in columns]
