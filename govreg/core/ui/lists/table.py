"""What is the HTML of a list's table?

It is made in Python and not in a template: six columns of twenty-five rows are 150 cells, and a
template would spend most of the page's time on them.
"""

from collections.abc import Iterator

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

from .columns import Column
from .register_list import SORT, RegisterList


def table(shown: RegisterList) -> SafeString:
    """Return the table of one page; everything in it is escaped by its column."""
    label = escape(shown.caption or shown.noun[1].capitalize())
    caption = (
        f'<caption class="govuk-table__caption govuk-visually-hidden">{label}</caption>'
        if label
        else ""
    )
    dense = " app-table--dense" if shown.dense else ""
    head = "".join(_header(shown, column) for column in shown.shown_columns)
    body = "".join(_rows(shown))
    return mark_safe(  # noqa: S308 - every part was escaped where it was made
        f'<div class="app-scroll" role="region" tabindex="0" aria-label="{label}">'
        f'<table class="govuk-table app-table app-stack{dense}">{caption}'
        f'<thead class="govuk-table__head"><tr class="govuk-table__row">{head}</tr></thead>'
        f'<tbody class="govuk-table__body">{body}</tbody></table></div>'
    )


def _header(shown: RegisterList, column: Column) -> SafeString:
    css = "govuk-table__header"
    if column.numeric:
        css += " govuk-table__header--numeric"
    if not column.sort_fields:
        return format_html('<th scope="col" class="{}">{}</th>', css, column.header)
    current, descending = shown.sorted_by
    state, arrow = "none", ""
    if column is current:
        state, arrow = ("descending", "▼") if descending else ("ascending", "▲")
    return format_html(
        '<th scope="col" class="{}" aria-sort="{}"><a class="govuk-link '
        'govuk-link--no-visited-state" href="{}">{}</a>{}</th>',
        css,
        state,
        shown.address(**{SORT: shown.next_sort(column), "page": None}),
        column.header,
        format_html('<span class="app-sort" aria-hidden="true">{}</span>', arrow) if arrow else "",
    )


def _opened(column: Column) -> str:
    """Return how a cell begins; on a narrow screen it says by itself of which column it is."""
    numeric = " govuk-table__cell--numeric" if column.numeric else ""
    return f'<td class="govuk-table__cell{numeric}" data-label="{escape(column.header)}">'


def _rows(shown: RegisterList) -> Iterator[str]:
    """Give each row; its first cell is the row's header."""
    first, *others = shown.shown_columns
    opened = [_opened(column) for column in others]
    cells = [(tag, column.html) for tag, column in zip(opened, others, strict=True)]
    row_header = '<th scope="row" class="govuk-table__header">'
    for row in shown.page.object_list:
        rest = "".join(f"{tag}{html(row)}</td>" for tag, html in cells)
        yield f'<tr class="govuk-table__row">{row_header}{first.html(row)}</th>{rest}</tr>'
