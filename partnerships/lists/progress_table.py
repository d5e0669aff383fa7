"""How does the summary progress table look on the page and in a file?

In a file the columns stand in the order of the source (scrutiny report of 2007, section 5.2).
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any, ClassVar
from urllib.parse import quote_plus

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from govreg.core.ui.addresses import address_of
from govreg.core.ui.lists import Column, ComputedList
from partnerships.queries.progress_chart import TrendPoint
from partnerships.queries.progress_table import ProgressTable, TableRow
from partnerships.rules.quarterly_status import QuarterlyStatus

#: A table of a hundred plans has a quarter of a megabyte.
TABLES_KEPT = 16
NUMBER = '<td class="govuk-table__cell govuk-table__cell--numeric">'
#: A cell that says by itself of which column it is, on a narrow screen.
LABELLED = '<td class="govuk-table__cell govuk-table__cell--numeric" data-label='
LINK = 'class="govuk-link govuk-link--no-visited-state"'
HIDDEN = '<span class="govuk-visually-hidden">'
ROW, HEAD = "govuk-table__row", '<th scope="row" class="govuk-table__header">'
MISSING = '<span class="app-missing">None started</span>'


def rows_html(table: ProgressTable, *, actions: str, kept: str) -> SafeString:
    """Return the rows of the page; `actions` is where actions are listed, `kept` stays asked.

    They are made in Python and not in a template, as a list's are: a hundred plans have 1,300
    cells, on a page that a committee opens together. Equal figures are written once.
    """
    return _rows_html(table.rows, f"{actions}?{kept}{'&' if kept else ''}")


@lru_cache(maxsize=TABLES_KEPT)
def _rows_html(rows_of_table: tuple[TableRow, ...], listed: str) -> SafeString:
    rows = "".join(_row(row, listed) for row in rows_of_table)
    nothing = (
        '<tr class="govuk-table__row"><td class="govuk-table__cell" colspan="13">No action is '
    )
    return mark_safe(rows or f"{nothing}reported.</td></tr>")  # noqa: S308 - escaped in `_row`


def _row(row: TableRow, listed: str) -> str:
    counts, label = row.counts, escape(row.label)
    drill = f"row={quote_plus(row.drill)}" if row.drill else ""
    address = escape(f"{listed}{drill}")
    narrowed = escape(f"{listed}{drill}{'&' if drill else ''}status=")
    css = " app-progress__sum" if row.is_sum else ""
    cells = "".join(
        _cell(status, counts.of(status), counts.percent(status), narrowed, label)
        for status in QuarterlyStatus
    )
    rate = MISSING
    if counts.response_rate is not None:
        told = f"{counts.answered} of {counts.started}"
        rate = f'{counts.response_rate}%<br><span class="govuk-hint">{told}</span>'
    return (
        f'<tr class="{ROW}{css}">{HEAD}{label}</th>'
        f'{LABELLED}"Outputs"><a {LINK} href="{address}">{counts.total}'
        f"{HIDDEN} actions, {label}</span></a></td>"
        f'{cells}{LABELLED}"Response rate">{rate}</td></tr>'
    )


def _cell(
    status: QuarterlyStatus, number: int, percent: int | None, narrowed: str, label: str
) -> str:
    shown = "0"
    if number:
        words = f"{HIDDEN} {status.label.lower()}, {label}</span>"
        shown = f'<a {LINK} href="{narrowed}{status.value}">{number}{words}</a>'
    share = "" if percent is None else percent
    return f'{LABELLED}"{status.label}">{shown}</td>{NUMBER}{share}</td>'


def trend_html(trend: Iterable[TrendPoint], *, plan: int) -> SafeString:
    """Return the rows of the quarters of a plan, each with the way to its page."""
    quarter = "partnerships:plan-quarter"
    return _trend_html(tuple((point, address_of(quarter, plan, point.slug)) for point in trend))


@lru_cache(maxsize=TABLES_KEPT)
def _trend_html(points: tuple[tuple[TrendPoint, str], ...]) -> SafeString:
    return mark_safe("".join(_trend_row(point, url) for point, url in points))  # noqa: S308


def _trend_row(point: TrendPoint, url: str) -> str:
    """Return a row; it holds numbers, an address and words of the program's own alone."""
    counts = point.counts
    rate = MISSING if counts.response_rate is None else f"{counts.response_rate}%"
    told = {
        "Outputs": counts.total,
        **{status.label: counts.of(status) for status in QuarterlyStatus},
        "Response rate": rate,
    }
    cells = "".join(f'{LABELLED}"{label}">{value}</td>' for label, value in told.items())
    return (
        f'<tr class="{ROW}">{HEAD}<a class="govuk-link" href="{escape(url)}">{point.quarter}</a>'
        f"{'' if point.is_closed else ' (open)'}</th>{cells}</tr>"
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
