"""Is this an amount of money, a financial year and a day that the register can keep?"""

from datetime import date
from decimal import Decimal

from govreg.core.financial_years import read_financial_year
from govreg.core.refusals import Refusal
from govreg.core.ui.words import long_date

PENNY = Decimal("0.01")
#: What the database keeps exactly: twelve digits before the point and two after it.
MOST = Decimal("999999999999.99")


def refusal_of_amount(amount: Decimal | None, *, what: str) -> Refusal | None:
    """Refuse what is no exact number of pence, what is negative and what is too large.

    `what` names the amount at the beginning of the sentence, such as "The amount paid".
    """
    if amount is None:
        return None
    if not amount.is_finite():
        return Refusal("amount-not-a-number", f"{what} must be a number, such as 853,000.00.")
    if amount < 0:
        return Refusal(
            "amount-negative", f"{what} cannot be negative. Enter the amount without a sign."
        )
    if amount > MOST:
        return Refusal("amount-too-large", f"{what} is more than the register can keep.")
    if amount != amount.quantize(PENNY):
        return Refusal(
            "amount-in-parts-of-a-penny",
            f"{what} has more than two decimal places. Enter it in pounds and whole pence.",
        )
    return None


def refusal_of_year(text: str) -> Refusal | None:
    """Refuse what is no financial year."""
    if read_financial_year(text) is None:
        return Refusal(
            "no-financial-year",
            "Enter a financial year as 2004/05: the second part is the year after the first.",
        )
    return None


def refusal_of_period(*, start: date | None, end: date | None) -> Refusal | None:
    """Refuse an arrangement that ends before it begins."""
    if start and end and end < start:
        return Refusal(
            "ends-before-it-begins",
            f"It begins on {long_date(start)}, so it cannot end on {long_date(end)}. Correct one "
            "of the two dates.",
        )
    return None


def refusal_of_day_to_come(*, day: date, on: date, what: str) -> Refusal | None:
    """Refuse a day that is still to come for what is said to have happened."""
    if day > on:
        return Refusal("day-to-come", f"{what} cannot be in the future.")
    return None
