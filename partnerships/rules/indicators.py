"""May an indicator be entered so, and does its set keep to what an agreement may hold?"""

from datetime import date
from decimal import Decimal

from govreg.core.financial_years import FinancialYear
from govreg.core.refusals import Refusal
from govreg.core.ui.words import long_date

NEGOTIATED, LOCAL, STATUTORY = "negotiated", "local", "statutory"
HIGHER, LOWER = "higher", "lower"
#: Designated targets of a local area agreement (Department for Communities and Local Government,
#: Negotiating New Local Area Agreements, 2007): at most 35, beside 16 statutory ones on education.
MOST_NEGOTIATED = 35


def refusal_to_keep(*, may_keep: bool) -> Refusal | None:
    """Refuse whoever does not keep the indicators of this partnership."""
    if not may_keep:
        return Refusal(
            "not-an-indicator-keeper",
            "The indicators of a partnership are kept by its area manager, its lead officer and "
            "the partnerships officers.",
        )
    return None


def refusal_of_reference(*, reference: str, taken: bool) -> Refusal | None:
    """Refuse a second indicator of a reference in one partnership."""
    if taken:
        return Refusal(
            "indicator-reference-taken",
            f"Another indicator of this partnership has the reference {reference}. Give this one "
            "another.",
        )
    return None


def refusal_of_number(*, group: str, others: int) -> Refusal | None:
    """Refuse the 36th negotiated indicator; `others` is how many others stand.

    >>> refusal_of_number(group="negotiated", others=34) is None
    True
    """
    if group == NEGOTIATED and others >= MOST_NEGOTIATED:
        return Refusal(
            "too-many-negotiated",
            f"This partnership has {others} negotiated indicators already. The guidance on local "
            f"area agreements of 2007 lets at most {MOST_NEGOTIATED} targets be designated. Enter "
            "this one as local, or withdraw another first.",
        )
    return None


def refusal_of_baseline(*, baseline: Decimal | None, period: str, has_none: bool) -> Refusal | None:
    """Refuse a baseline without its period, and one beside the words that there is none."""
    if has_none and (baseline is not None or period):
        return Refusal(
            "baseline-and-none",
            "A baseline is entered, and that there is none. Take out one of the two.",
        )
    if baseline is not None and not period:
        return Refusal(
            "baseline-without-period",
            "Say of which period the baseline is, such as 2005/06.",
        )
    if period and baseline is None:
        return Refusal(
            "period-without-baseline",
            "Give the figure of the baseline, or take out its period.",
        )
    return None


def refusal_of_limits(*, better: str, good: Decimal | None, poor: Decimal | None) -> Refusal | None:
    """Refuse one limit without the other, and limits that go the other way."""
    if (good is None) != (poor is None):
        return Refusal(
            "one-limit",
            "Give both limits, or neither: between them a figure is middling.",
        )
    if good is None or poor is None:
        return None
    if better == HIGHER and good < poor:
        return Refusal(
            "limits-cross",
            "Higher is better here, so the limit of good is not below the limit of poor.",
        )
    if better == LOWER and good > poor:
        return Refusal(
            "limits-cross",
            "Lower is better here, so the limit of good is not above the limit of poor.",
        )
    return None


def refusal_of_plan(*, is_own: bool) -> Refusal | None:
    """Refuse a plan or a document of a partnership other than the indicator's."""
    if not is_own:
        return Refusal(
            "not-the-partnerships-plan",
            "That belongs to another partnership. Choose a plan and a document of this one.",
        )
    return None


def refusal_of_frequency(*, changes: bool, figures: bool) -> Refusal | None:
    """Refuse other periods for an indicator that has figures."""
    if changes and figures:
        return Refusal(
            "has-figures",
            "Figures were entered for its periods already. Withdraw it, and add one with the other "
            "periods.",
        )
    return None


def refusal_of_year(*, year: FinancialYear | None, typed: str) -> Refusal | None:
    """Refuse a target for what is no financial year."""
    if year is None:
        return Refusal(
            "not-a-financial-year",
            f"“{typed}” is no financial year. Write it as 2006/07: from 1 April to 31 March.",
        )
    return None


def refusal_to_change_withdrawn(*, withdrawn_on: date | None) -> Refusal | None:
    """Refuse to change or answer for what was withdrawn."""
    if withdrawn_on is not None:
        return Refusal(
            "indicator-withdrawn",
            f"This indicator was withdrawn on {long_date(withdrawn_on)}. It stays as it was.",
        )
    return None


def refusal_to_withdraw(
    *, withdrawn_on: date | None, day: date, on: date, reason: str
) -> Refusal | None:
    """Refuse a second withdrawal, one to come, and one without its reason."""
    if withdrawn_on is not None:
        return refusal_to_change_withdrawn(withdrawn_on=withdrawn_on)
    if day > on:
        return Refusal("withdrawal-to-come", f"{long_date(day)} is still to come.")
    if not reason.strip():
        return Refusal("withdrawal-without-reason", "Say why the indicator is withdrawn.")
    return None
