"""How does the comparison of areas look as a table, and what does a file say of it?

A page may have 42 areas by 33 indicators. The template engine takes most of the page's time for
that, so a row is put together here; every value is escaped once, as it is put in.
"""

from collections.abc import Iterator, Sequence
from typing import Any, ClassVar

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from govreg.core.ui.lists import Column, ComputedList
from govreg.core.ui.lists.export import inert
from govreg.core.ui.words import figure
from partnerships.queries.area_comparison import Comparison
from partnerships.rules.indicator_values import FigureStanding

_ROW = (
    '<tr><th scope="row" class="app-quilt__area"><a href="?{kept}area={key}">{name}</a></th>'
    "{cells}</tr>"
)
_CELL = (
    '<td class="app-quilt__{standing}"><a href="{url}?area={area}#figures">{value} '
    "<span>{word}</span></a></td>"
)
_NONE = '<td class="app-quilt__none">No figure</td>'


def quilt_rows(found: Comparison, *, kept: str) -> Iterator[SafeString]:
    """Give the rows of the table as HTML; `kept` is what a link to one area keeps asked."""
    addresses = [
        (one, one.indicator.pk, escape(one.indicator.get_absolute_url()))
        for one in found.indicators
    ]
    figures = found.figures
    kept = escape(f"{kept}&" if kept else "")
    for area in found.areas:
        cells = []
        for compared, key, url in addresses:
            value = figures.get((area.pk, key))
            if value is None:
                cells.append(_NONE)
                continue
            standing = compared.standing(value)
            cells.append(
                _CELL.format(
                    standing=standing.value,
                    url=url,
                    area=area.pk,
                    value=figure(value),
                    word=standing.label,
                )
            )
        html = _ROW.format(kept=kept, key=area.pk, name=escape(area.name), cells="".join(cells))
        yield mark_safe(html)  # noqa: S308 - every value above was escaped


#: What each word means, beside its colour.
LEGEND = (
    (FigureStanding.GOOD, "The figure reaches the limit of good."),
    (FigureStanding.MIDDLING, "The figure lies between the two limits."),
    (FigureStanding.POOR, "The figure is worse than the limit of poor."),
    (FigureStanding.NOT_JUDGED, "There is a figure, and no limits are agreed."),
    (FigureStanding.NONE, "No figure was entered for the period."),
)


class ComparedLineList(ComputedList):
    """Every figure of the comparison on a line of its own, as a file has it."""

    columns: ClassVar[list[Column]] = [
        Column("Area", "area.name"),
        Column("Reference", "compared.indicator.reference"),
        Column("Indicator", "compared.indicator.name"),
        Column("Theme", "compared.indicator.theme.name"),
        Column("Period", "compared.period"),
        Column("Figure", lambda line: _typed(line.value), numeric=True),
        Column("Unit", "compared.indicator.unit"),
        Column("Standing", "standing.label"),
        Column("Which way is better", lambda line: line.compared.indicator.get_better_display()),
        Column("Good from", lambda line: _typed(line.compared.indicator.good_from), numeric=True),
        Column("Poor beyond", lambda line: _typed(line.compared.indicator.poor_from), numeric=True),
    ]
    caption = "Area comparison"
    noun = ("figure", "figures")

    def lines(self) -> Sequence[Any]:
        """Return the lines that the list was made with."""
        return list(self._all)


def _typed(value: Any) -> Any:
    return None if value is None else value.normalize() + 0


def table_rows(found: Comparison) -> Iterator[list[Any]]:
    """Give areas by indicators as a workbook has them: heads, units, then a row for each area."""
    compared = found.indicators
    # A head is written as it is given: one that a spreadsheet would run is made inert here.
    yield ["Area", *(inert(one.indicator.name) for one in compared)]
    yield ["Unit", *(one.indicator.unit for one in compared)]
    yield ["Period", *(one.period for one in compared)]
    for area in found.areas:
        figures = (found.figures.get((area.pk, one.indicator.pk)) for one in compared)
        yield [area.name, *("" if value is None else _typed(value) for value in figures)]


def limit_rows(found: Comparison) -> Iterator[list[Any]]:
    """Give the limits of each indicator, as the second sheet of a workbook has them."""
    yield ["Reference", "Indicator", "Which way is better", "Good from", "Poor beyond"]
    for one in (compared.indicator for compared in found.indicators):
        limits = (_typed(one.good_from), _typed(one.poor_from))
        told = ["" if value is None else value for value in limits]
        yield [one.reference, one.name, one.get_better_display(), *told]
