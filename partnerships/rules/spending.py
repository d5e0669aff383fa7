"""Is it said clearly where a saving went?"""

from decimal import Decimal

from govreg.core.refusals import Refusal


def refusal_of_reinvestment(
    *, found: Decimal, reinvested: Decimal | None, reinvested_in: str
) -> Refusal | None:
    """Refuse money put to use again of which it is not said where, and more than was saved."""
    if reinvested and not reinvested_in:
        return Refusal("reinvested-nowhere", "Say in what the saving was reinvested.")
    if reinvested is not None and reinvested > found:
        return Refusal(
            "reinvested-too-much",
            "More cannot be reinvested than was saved. Correct one of the two amounts.",
        )
    return None
