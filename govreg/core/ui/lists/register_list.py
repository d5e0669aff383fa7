"""Which rows of a list does this address ask for, and in what order?"""

from collections.abc import Iterator, Sequence
from typing import Any, ClassVar
from urllib.parse import quote_plus, urlencode

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, QueryDict
from django.utils.functional import cached_property

from .columns import Column
from .filters import RegisterFilterSet

SORT, PAGE, EXPORT, COLUMN = "sort", "page", "export", "column"
EXPORT_CHUNK = 500


class RegisterList:
    """A definition when it is a class, and one reader's view of it when it is an object.

    The whole view is in the address: `?status=open&sort=-due&page=2`, so it can be sent on.
    """

    columns: ClassVar[Sequence[Column]] = ()
    filterset: ClassVar[type[RegisterFilterSet] | None] = None
    #: The key of the column that the list is first ordered by; "-key" for the other way round.
    order: ClassVar[str] = ""
    noun: ClassVar[tuple[str, str]] = ("row", "rows")
    empty: ClassVar[str] = "There is nothing here yet."
    caption: ClassVar[str] = ""
    per_page: ClassVar[int] = 25
    #: Many narrow columns stand closer together.
    dense: ClassVar[bool] = False
    #: Whether a reader chooses which columns stand there; the first always does.
    choosable: ClassVar[bool] = False

    def __init__(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        self.request = request
        self._all = queryset

    @property
    def query(self) -> QueryDict:
        """The parameters of the address."""
        return self.request.GET

    @cached_property
    def filters(self) -> RegisterFilterSet | None:
        """The filters, filled in from the address."""
        if self.filterset is None:
            return None
        return self.filterset(self.query, queryset=self._all, request=self.request)

    @cached_property
    def shown_columns(self) -> Sequence[Column]:
        """The columns that stand there: those chosen, or those of the list where none is."""
        if not self.choosable:
            return self.columns
        first, *others = self.columns
        asked = set(self.query.getlist(COLUMN))
        chosen = [column for column in others if column.key in asked]
        return [first, *(chosen or (column for column in others if not column.further))]

    @property
    def filed_columns(self) -> Sequence[Column]:
        """The columns of a file: those chosen, or those of the list and what it has no room for."""
        if self.has_own_columns:
            return self.shown_columns
        return [column for column in self.columns if column.filed or not column.further]

    @property
    def column_choices(self) -> list[tuple[str, str, bool]]:
        """The columns on offer: key, header, and whether each stands there now."""
        there = {column.key for column in self.shown_columns}
        return [(c.key, c.header, c.key in there) for c in self.columns[1:]]

    @property
    def has_own_columns(self) -> bool:
        """Whether the reader has chosen other columns than the list shows by itself."""
        usual = [column for column in self.columns if not column.further]
        return list(self.shown_columns) != usual

    @cached_property
    def sorted_by(self) -> tuple[Column | None, bool]:
        """The column that the list is ordered by and whether downwards.

        What is no sortable column of this list is taken as if it had not been asked.
        """
        for asked in (self.query.get(SORT, ""), self.order):
            for column in self.columns:
                if column.sort_fields and column.key == asked.removeprefix("-"):
                    return column, asked.startswith("-")
        return None, False

    @cached_property
    def rows(self) -> QuerySet[Any]:
        """Every row that the filters let through, in order; the key keeps the order the same."""
        rows = self._all if self.filters is None else self.filters.qs
        column, descending = self.sorted_by
        if column is None:
            return rows if rows.ordered else rows.order_by("pk")
        if column.counted:
            rows = self.with_figures(rows)
        return rows.order_by(*column.ordering(descending=descending), "pk")

    @staticmethod
    def with_figures(rows: QuerySet[Any]) -> QuerySet[Any]:
        """Return rows with what has to be counted for each.

        A list that says how has only the rows of its page counted, unless it is ordered by one of
        the figures (a column with `counted`) or filtered by one.
        """
        return rows

    @cached_property
    def page(self) -> Page[Any]:
        """The page asked for; beyond the last it is the last, and nonsense is the first."""
        asked = self.query.get(PAGE, "1")[:10]
        if type(self).with_figures is RegisterList.with_figures:
            return Paginator(self.rows, self.per_page).get_page(asked)
        page = Paginator(self.rows.values_list("pk", flat=True), self.per_page).get_page(asked)
        keys = list(page.object_list)
        counted = self.with_figures(self._all.model._base_manager.filter(pk__in=keys).order_by())
        found = {row.pk: row for row in counted}
        page.object_list = [found[key] for key in keys if key in found]
        return page

    def address(self, **changes: Any) -> str:
        """Return this list's query with some parameters changed, without the empty ones."""
        parts = [asked for name, asked in self._asked if name not in changes]
        for name, value in changes.items():
            if value not in (None, ""):
                parts.append(f"{quote_plus(name)}={quote_plus(str(value))}")
        return f"?{'&'.join(parts)}"

    @cached_property
    def _asked(self) -> list[tuple[str, str]]:
        """What the address asks, by name, as it stands there: a page says it a hundred times."""
        return [
            (name, urlencode([(name, value) for value in values]))
            for name, values in self.query.lists()
            if name != EXPORT and values not in ([], [""])
        ]

    def next_sort(self, column: Column) -> str:
        """Return what clicking on a header asks for."""
        current, descending = self.sorted_by
        return f"-{column.key}" if column is current and not descending else column.key

    def headers(self) -> list[str]:
        """Return the headers, for a file."""
        return [column.header for column in self.filed_columns]

    def export_rows(self) -> Iterator[list[Any]]:
        """Give the values of every row on every page, read in portions."""
        exported = [column.exported for column in self.filed_columns]
        for row in self.with_figures(self.rows).iterator(chunk_size=EXPORT_CHUNK):
            yield [value(row) for value in exported]
