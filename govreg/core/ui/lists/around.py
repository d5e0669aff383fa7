"""What stands around a list's table: how many there are, and the way to the other pages?"""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.utils.safestring import SafeString

from .register_list import COLUMN, PAGE, RegisterList
from .table import table


@dataclass(frozen=True, slots=True)
class PageLink:
    """One number of the pagination; without an address it stands for those left out."""

    label: str
    url: str = ""
    is_current: bool = False


@dataclass(frozen=True, slots=True)
class ListView:
    """Everything that the list's template shows."""

    count: str
    table: SafeString
    is_empty: bool
    is_filtered: bool
    cleared: str
    pages: list[PageLink]
    previous: str
    following: str


def list_view(shown: RegisterList) -> ListView:
    """Return what the template needs; it costs two queries: the count and the page."""
    page = shown.page
    total = page.paginator.count
    many = page.paginator.num_pages > 1
    return ListView(
        count=count_sentence(shown),
        table=table(shown) if total else SafeString(""),
        is_empty=not total,
        is_filtered=bool(shown.filters and shown.filters.is_in_use),
        cleared=_cleared(shown),
        pages=_pages(shown) if many else [],
        previous=shown.address(page=page.number - 1) if page.has_previous() else "",
        following=shown.address(page=page.number + 1) if page.has_next() else "",
    )


def count_sentence(shown: RegisterList) -> str:
    """Return "1 recommendation" or "Showing 26 to 50 of 112 recommendations"."""
    page = shown.page
    total = page.paginator.count
    what = shown.noun[0] if total == 1 else shown.noun[1]
    if page.paginator.num_pages > 1:
        return f"Showing {page.start_index():,} to {page.end_index():,} of {total:,} {what}"
    return f"{total:,} {what}" if total else f"No {what}"


def _cleared(shown: RegisterList) -> str:
    """Return the address of the list without its filters, in the columns that were chosen."""
    chosen = [column.key for column in shown.shown_columns[1:]] if shown.has_own_columns else []
    return f"?{urlencode([(COLUMN, key) for key in chosen])}"


def _pages(shown: RegisterList) -> list[PageLink]:
    current = shown.page.number
    numbers = shown.page.paginator.get_elided_page_range(current, on_each_side=1, on_ends=1)
    return [
        PageLink("…")
        if number == Paginator.ELLIPSIS
        else PageLink(str(number), shown.address(**{PAGE: number}), number == current)
        for number in numbers
    ]
