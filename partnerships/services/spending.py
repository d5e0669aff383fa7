"""How are an arrangement's expenditure and the savings that it found recorded?"""

from collections.abc import Mapping
from typing import Any

from govreg.core.editing.versions import locked
from govreg.core.history.change import change
from govreg.core.history.values import put
from govreg.core.refusals import enforce
from partnerships.models import Efficiency, Expenditure, FundingArrangement
from partnerships.rules.amounts import refusal_of_amount, refusal_of_year
from partnerships.rules.spending import refusal_of_reinvestment

from .allowed import enforce_keeping

SPENT = ("financial_year", "spent", "purpose", "outcome")
SAVED = ("financial_year", "found", "how", "reinvested", "reinvested_in")


def add_expenditure(
    *, arrangement: FundingArrangement, values: Mapping[str, Any], by: Any, reason: str = ""
) -> Expenditure:
    """Record an amount spent in a financial year."""
    partnership = arrangement.partnership
    with change(verb="Recorded expenditure", by=by, reason=reason, scope=partnership.scope):
        enforce_keeping(partnership, by=by)
        return _spend(Expenditure(arrangement=arrangement), values)


def correct_expenditure(
    *, expenditure: Expenditure, version: int, values: Mapping[str, Any], by: Any, reason: str
) -> Expenditure:
    """Correct what was recorded of an amount spent."""
    arrangement = expenditure.arrangement
    partnership = arrangement.partnership
    with change(verb="Corrected expenditure", by=by, reason=reason, scope=partnership.scope):
        enforce_keeping(partnership, by=by)
        row = locked(Expenditure, expenditure.pk, version=version)
        row.arrangement = arrangement
        return _spend(row, values)


def add_efficiency(
    *, arrangement: FundingArrangement, values: Mapping[str, Any], by: Any, reason: str = ""
) -> Efficiency:
    """Record a saving that was found, and where the money went."""
    partnership = arrangement.partnership
    with change(verb="Recorded an efficiency", by=by, reason=reason, scope=partnership.scope):
        enforce_keeping(partnership, by=by)
        return _save(Efficiency(arrangement=arrangement), values)


def correct_efficiency(
    *, efficiency: Efficiency, version: int, values: Mapping[str, Any], by: Any, reason: str
) -> Efficiency:
    """Correct what was recorded of a saving."""
    arrangement = efficiency.arrangement
    partnership = arrangement.partnership
    with change(verb="Corrected an efficiency", by=by, reason=reason, scope=partnership.scope):
        enforce_keeping(partnership, by=by)
        row = locked(Efficiency, efficiency.pk, version=version)
        row.arrangement = arrangement
        return _save(row, values)


def _spend(row: Expenditure, values: Mapping[str, Any]) -> Expenditure:
    put(row, values, allowed=SPENT)
    enforce(refusal_of_year(row.financial_year))
    enforce(refusal_of_amount(row.spent, what="The amount spent"))
    row.save()
    return row


def _save(row: Efficiency, values: Mapping[str, Any]) -> Efficiency:
    put(row, values, allowed=SAVED)
    enforce(refusal_of_year(row.financial_year))
    enforce(refusal_of_amount(row.found, what="The amount saved"))
    enforce(refusal_of_amount(row.reinvested, what="The amount reinvested"))
    enforce(
        refusal_of_reinvestment(
            found=row.found, reinvested=row.reinvested, reinvested_in=row.reinvested_in
        )
    )
    row.save()
    return row
