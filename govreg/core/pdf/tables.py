"""Which headers does each cell of a table belong to?

The engine counts columns wrongly where a cell spans rows, and does not say whether a header is a
row's or a column's. Cells are put on a grid here, and everything follows from it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from .tree import Tree

GROUPS = {"/THead", "/TBody", "/TFoot"}
CELLS = {"/TH", "/TD"}


@dataclass(slots=True)
class Placed:
    """A cell and the part of the grid that it covers."""

    cell: Any
    rows: range
    columns: range

    @property
    def is_header(self) -> bool:
        """Whether it is a header cell."""
        return bool(self.cell["S"] == "/TH")


def mend_table(tree: Tree, table: Any, pydyf: Any) -> None:
    """Give every header its scope and every other cell its headers."""
    column_headers: dict[int, list[Any]] = {}
    for rows, in_head in _row_groups(tree, table):
        placed = list(_on_grid(tree, rows, pydyf))
        row_headers: dict[int, list[Any]] = {}
        for one in placed:
            if one.is_header:
                one.cell["A"]["Scope"] = "/Column" if in_head else "/Row"
                one.cell["A"].pop("Headers", None)
                held, places = (column_headers, one.columns) if in_head else (row_headers, one.rows)
                for place in places:
                    held.setdefault(place, []).append(one.cell["ID"])
        for one in placed:
            if not one.is_header:
                own = [h for row in one.rows for h in row_headers.get(row, ())]
                own += [h for column in one.columns for h in column_headers.get(column, ())]
                unique = list({id(header): header for header in own}.values())
                one.cell["A"]["Headers"] = pydyf.Array(unique)
                if not unique:
                    del one.cell["A"]["Headers"]


def _row_groups(tree: Tree, table: Any) -> Iterator[tuple[list[Any], bool]]:
    """Yield the rows of each group, and whether the group is the table's head."""
    groups = [kid for kid in tree.kids(table) if kid["S"] in GROUPS]
    for group in groups or [table]:
        rows = [kid for kid in tree.kids(group) if kid["S"] == "/TR"]
        yield rows, group["S"] == "/THead"


def _on_grid(tree: Tree, rows: list[Any], pydyf: Any) -> Iterator[Placed]:
    taken: set[tuple[int, int]] = set()
    for row_number, row in enumerate(rows):
        column = 0
        for cell in (kid for kid in tree.kids(row) if kid["S"] in CELLS):
            while (row_number, column) in taken:
                column += 1
            attributes = cell.setdefault("A", pydyf.Dictionary({"O": "/Table"}))
            last_row = min(row_number + attributes.get("RowSpan", 1), len(rows))
            covered = range(row_number, last_row)
            columns = range(column, column + attributes.get("ColSpan", 1))
            taken.update((y, x) for y in covered for x in columns)
            yield Placed(cell, covered, columns)
            column = columns.stop
