"""What does an officer type in the grid of an indicator's figures: a row for each area?

A grid has some hundred fields, and a form object for each would cost more than the page: a field is
read and checked here by itself, with the same sentences as a form has.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError

from govreg.core.financial_years import FinancialYear
from partnerships.models import Area, Indicator, IndicatorValue
from partnerships.models.indicator_values import period_in_words
from partnerships.queries.indicator_values import WHOLE, held_values
from partnerships.services.indicator_values import Figure, Place

from .figures import FigureField
from .indicators import plain

_FIGURE = FigureField()
LONGEST_REASON = 500
REASON_MISSING = "A figure that was entered before is changed. Say why it is corrected."


@dataclass(slots=True)
class GridCell:
    """One field: where its figure stands, what is typed, and what is wrong with it."""

    place: Place
    label: str
    period: str
    kept: str
    seen: int
    typed: str = ""
    error: str = ""
    value: Decimal | None = None

    @property
    def name(self) -> str:
        """The name of the field."""
        return f"figure_{self.place.key}"

    @property
    def seen_name(self) -> str:
        """The name of the field that holds which revision the writer saw."""
        return f"seen_{self.place.key}"

    @property
    def is_touched(self) -> bool:
        """Whether what is typed differs from what is kept."""
        return self.typed != self.kept

    def read(self, data: Mapping[str, Any]) -> None:
        """Take what was sent for the field, and say what is wrong with it."""
        if self.seen_name not in data:
            return
        self.typed = str(data.get(self.name, "")).strip()
        seen = str(data[self.seen_name])
        self.seen = int(seen) if seen.isascii() and seen.isdigit() and len(seen) < 6 else 0
        try:
            self.value = _FIGURE.clean(self.typed)
        except ValidationError as error:
            self.error = f"{' '.join(error.messages).rstrip('.')}."
        else:
            if self.value is not None and plain(self.value) == self.kept:
                self.typed = self.kept


@dataclass(slots=True)
class GridRow:
    """One area, or the whole, with a field for each period."""

    name: str
    cells: list[GridCell]


class FigureGrid:
    """The fields of some periods of one indicator, for the whole and for each area."""

    def __init__(
        self,
        indicator: Indicator,
        areas: Sequence[Area],
        periods: Sequence[tuple[FinancialYear, int]],
        data: Mapping[str, Any] | None = None,
    ) -> None:
        self.held = held_values(indicator, years=sorted({year for year, _ in periods}))
        self.periods = [period_in_words(str(year), quarter) for year, quarter in periods]
        named = [(0, WHOLE), *((area.pk, area.name) for area in areas)]
        self.rows = [
            GridRow(name, [self._cell(key, name, year, quarter) for year, quarter in periods])
            for key, name in named
        ]
        self.reason = ""
        self.reason_error = ""
        self.refused = ""
        self.is_stale = False
        if data is not None:
            self.reason = str(data.get("reason", "")).strip()
            for cell in self.cells:
                cell.read(data)

    def _cell(self, area: int, name: str, year: FinancialYear, quarter: int) -> GridCell:
        row = self.held.get((area, year.begins, quarter))
        kept = plain(row.value) if row else ""
        period = period_in_words(str(year), quarter)
        return GridCell(
            place=Place(area, year, quarter),
            label=f"{name}, {period}",
            period=period,
            kept=kept,
            seen=row.revision if row else 0,
            typed=kept,
            value=row.value if row else None,
        )

    @property
    def cells(self) -> list[GridCell]:
        """Every field, row by row."""
        return [cell for row in self.rows for cell in row.cells]

    def check(self) -> bool:
        """Say whether what is typed can be saved; each error stands by its field."""
        if len(self.reason) > LONGEST_REASON:
            self.reason_error = f"Write at most {LONGEST_REASON} characters."
        if "\0" in self.reason:
            self.reason_error = "The text holds a character that cannot be kept. Type it anew."
        corrected = any(cell.is_touched and cell.seen for cell in self.cells)
        if corrected and not self.reason:
            self.reason_error = REASON_MISSING
        return not self.reason_error and not any(cell.error for cell in self.cells)

    def figures(self) -> dict[Place, Figure]:
        """Return what is entered for each place that was touched."""
        return {cell.place: Figure(cell.value, cell.seen) for cell in self.cells if cell.is_touched}

    def meet(self, current: Any) -> None:
        """Keep what was typed beside what somebody else entered, to be sent once more."""
        self.is_stale = True
        if not isinstance(current, IndicatorValue):
            self.refused = "The figures are out of date. Open the page again."
            return
        key = (current.area_id or 0, int(current.financial_year[:4]), current.quarter)
        for cell in self.cells:
            if (cell.place.area, cell.place.year.begins, cell.place.quarter) == key:
                now = plain(current.value) or "no figure"
                cell.error = f"Somebody entered {now} meanwhile. Send yours again if it is right."
                cell.seen = current.revision
