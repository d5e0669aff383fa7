"""How do the figures of indicators leave as a sheet, and come in again?

A row is the figure that holds of an indicator, an area and a period. A figure that is changed in
the sheet becomes the next revision, as on the page.
"""

from collections.abc import Collection, Hashable, Iterable, Sequence
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError

from govreg.core import clock
from govreg.core.editing.versions import StaleVersion
from govreg.core.financial_years import FinancialYear, read_financial_year
from govreg.core.quarters import read_quarter
from govreg.core.refusals import Refusal, Refused
from govreg.core.transfer.binding import Reader
from govreg.core.transfer.cells import CellError
from govreg.core.transfer.plan import Draft, Held
from govreg.core.transfer.sheets import Column, Kind, Sheet
from partnerships.forms.figures import FigureField
from partnerships.models import WHOLE_YEAR, Area, Indicator, IndicatorValue
from partnerships.services.allowed import enforce_keeping_indicators
from partnerships.services.indicator_values import Figure, Place, enter_values

from .binding import GroupsOfPartnership, told
from .names import folded

TELLS_WHICH = {"indicator", "area", "period"}
SHEET = Sheet(
    "figures",
    "Figures of indicators",
    ("figure", "figures"),
    (
        Column(
            "indicator",
            "Indicator",
            Kind.NAME,
            required=True,
            help="Its reference, such as NI 16",
            write=lambda indicator: str(indicator.reference),
        ),
        Column("area", "Area", Kind.NAME, help="Empty for the whole"),
        Column("period", "Period", required=True, help="As 2006/07 Q3, or 2006/07 for a year"),
        Column("figure", "Figure", help="A number, without words"),
        Column(
            "because",
            "Why it is corrected",
            empty="",
            most=500,
            help="To be filled in where a figure changes that was entered before",
        ),
    ),
)


class Figures(GroupsOfPartnership):
    """The figures of the indicators of one partnership."""

    sheet = SHEET
    model = IndicatorValue
    verb = "Imported figures of indicators"
    no_such = (
        "The reference {reference} is that of no {noun} here, or of one that was corrected since. "
        "Download the sheet again, or leave “Reference” empty for a new figure."
    )
    headings = {
        "other-periods": "Period",
        "period-not-ended": "Period",
        "area-closed": "Area",
        "correction-without-reason": "Why it is corrected",
        "figure-missing": "Figure",
        "indicator-withdrawn": "Indicator",
    }

    def enforce_allowed(self) -> None:
        """Refuse whoever does not keep the partnership's indicators."""
        enforce_keeping_indicators(self.partnership, by=self.by)

    def start(self) -> None:
        """Read the indicators and areas by name, and which figures there are."""
        super().start()
        self._indicators = {folded(one.reference): one for one in self._own()}
        self._areas = {folded(area.name): area for area in Area.objects.all()}
        self._taken: set[Hashable] = {self._key(row) for row in self._latest()}

    def _own(self) -> Iterable[Indicator]:
        for one in Indicator.objects.filter(partnership=self.partnership):
            one.partnership = self.partnership
            yield one

    def _latest(self, *, lock: bool = False) -> list[IndicatorValue]:
        """Return the figures that hold, in the order of their indicators, periods and areas."""
        rows: Any = IndicatorValue.objects.filter(indicator__partnership=self.partnership)
        rows = rows.select_related("indicator", "area").order_by(
            "indicator__position", "indicator", "financial_year", "quarter", "revision", "pk"
        )
        if lock:
            rows = rows.select_for_update(of=("self",))
        return list({self._key(row): row for row in rows}.values())

    @staticmethod
    def _key(row: IndicatorValue) -> tuple[Any, ...]:
        return row.indicator_id, row.area_id, _written(row.financial_year, row.quarter)

    def readers(self) -> dict[str, Reader]:
        """Read indicators by reference, areas by name, and periods however they are written."""
        return {
            **super().readers(),
            "indicator": self._indicator,
            "area": self._area,
            "period": _period,
            "figure": _figure,
        }

    def _indicator(self, text: str) -> Indicator:
        found = self._indicators.get(folded(text))
        if found is None:
            raise CellError(
                f"“{text[:200]}” is the reference of no indicator of {self.partnership.name}. "
                "Correct it, or add the indicator first."
            )
        return found

    def _area(self, text: str) -> Area:
        found = self._areas.get(folded(text))
        if found is None:
            raise CellError(f"“{text[:200]}” is no area. Correct the name, or add the area first.")
        return found

    def held(self, *, lock: bool = False, only: Collection[int] | None = None) -> Iterable[Held]:
        """Give every figure that holds."""
        for row in self._latest(lock=lock):
            if only is None or row.pk in only:
                row.indicator.partnership = self.partnership
                values = {
                    "indicator": row.indicator,
                    "area": row.area,
                    "period": _written(row.financial_year, row.quarter),
                    "figure": None if row.value is None else row.value.normalize() + 0,
                    "because": "",
                }
                yield Held(row, row.pk, row.version, values)

    def address_of(self, record: Any) -> str:
        """Return the page of the indicator, at the area."""
        return f"{record.indicator.get_absolute_url()}?area={record.area_id or 0}#figures"

    def name_of(self, values: dict[str, Any]) -> str:
        """Name the indicator, the area and the period."""
        indicator = values["indicator"]
        return told(indicator and indicator.reference, values["area"], values["period"])

    def look_at(self, draft: Draft) -> None:
        """Refuse a figure that would move, that is there already, or that is none."""
        values = draft.values
        if draft.held:
            if draft.changed & TELLS_WHICH:
                raise _refused(
                    "figure-moved",
                    "A figure stays with its indicator, area and period. Leave these as they are, "
                    "and add a row for another.",
                )
            if draft.changed == {"because"}:
                raise _refused(
                    "nothing-corrected",
                    "A correction is explained, and the figure does not change. Change it, or "
                    "empty the reason.",
                )
            return
        if values["figure"] is None:
            raise _refused("figure-missing", "Fill in the figure. Nought is a figure.")
        key = values["indicator"].pk, values["area"] and values["area"].pk, values["period"]
        if key in self._taken:
            raise _refused(
                "figure-known",
                "That figure is entered already, or stands on another line. Download the sheet "
                "again and change that row.",
            )
        self._taken.add(key)

    def group_of(self, draft: Draft) -> Hashable:
        """Enter the figures of one indicator together that are explained alike."""
        return draft.values["indicator"].pk, draft.values["because"]

    def save(self, drafts: Sequence[Draft]) -> None:
        """Enter the figures of one indicator."""
        first = drafts[0].values
        figures = {
            _place(draft.values): Figure(
                draft.values["figure"], draft.held.record.revision if draft.held else 0
            )
            for draft in drafts
        }
        try:
            enter_values(
                indicator=first["indicator"],
                figures=figures,
                reason=first["because"],
                on=clock.today(),
                by=self.by,
            )
        except StaleVersion:
            raise _refused(
                "figure-corrected-meanwhile",
                "Somebody entered one of these figures meanwhile. Download the sheet again.",
            ) from None


def _written(financial_year: str, quarter: int) -> str:
    return f"{financial_year} Q{quarter}" if quarter else financial_year


def _period(text: str) -> str:
    quarter = read_quarter(text)
    if quarter:
        return _written(str(quarter.year), quarter.number)
    year = read_financial_year(text)
    if year is None:
        raise CellError(
            f"“{text[:60]}” is no period. Write a quarter as 2006/07 Q3, or a financial year as "
            "2006/07."
        )
    return str(year)


def _figure(text: str) -> Decimal | None:
    try:
        found: Decimal | None = FigureField().clean(text)
    except ValidationError as error:
        raise CellError(f"{' '.join(error.messages).rstrip('.')}.") from None
    return None if found is None else found.normalize() + 0


def _place(values: dict[str, Any]) -> Place:
    quarter = read_quarter(values["period"])
    area = values["area"].pk if values["area"] else 0
    if quarter:
        return Place(area, quarter.year, quarter.number)
    return Place(area, FinancialYear(int(values["period"][:4])), WHOLE_YEAR)


def _refused(code: str, sentence: str) -> Refused:
    return Refused(Refusal(code, sentence))
