"""May a partner's contribution be recorded so, and do the sums of a year agree?"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from govreg.core.refusals import Refusal
from govreg.core.ui.words import money

NOTHING = Decimal("0.00")


def refusal_of_in_kind(*, who: str, in_kind: str, value: Decimal | None) -> Refusal | None:
    """Refuse a value in kind of which nobody knows what was given."""
    if value is not None and not in_kind:
        return Refusal(
            "in-kind-without-words", f"Say what {who} gives in kind that has the value entered."
        )
    return None


def refusal_of_unexplained_variation(
    *, varied: list[str], day: date | None, reason: str
) -> Refusal | None:
    """Refuse to change what was planned without the day and the reason of the variation."""
    if varied and not (day and reason):
        return Refusal(
            "variation-without-reason",
            f"The planned contribution changes of: {', '.join(varied)}. Give the date of the "
            "variation and its reason, so that the earlier amount stays understood.",
        )
    return None


@dataclass(frozen=True, slots=True)
class Sums:
    """The sums of one financial year in pounds; None where nothing of the kind is recorded."""

    stated: Decimal | None = None
    planned: Decimal | None = None
    paid: Decimal | None = None
    spent: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two sums of a year side by side."""

    sentence: str
    agrees: bool


def comparisons(sums: Sums) -> list[Comparison]:
    """Say of each two sums that should agree whether they do, and by how much they do not."""
    found = []
    if sums.stated is not None:
        found.append(_against_stated(sums))
    if sums.planned is not None and sums.paid is not None:
        found.append(_pair(("Paid", sums.paid), ("planned", sums.planned)))
    if sums.spent is not None and (sums.paid is not None or sums.stated is not None):
        income = sums.paid if sums.paid is not None else sums.stated
        words = "paid in" if sums.paid is not None else "stated as the total"
        found.append(_pair(("Spent", sums.spent), (words, income or NOTHING)))
    return found


def _against_stated(sums: Sums) -> Comparison:
    stated = sums.stated or NOTHING
    if sums.planned is None:
        return Comparison(
            f"The stated total is {money(stated)}. No partner’s planned contribution is recorded, "
            f"so {money(stated)} is not accounted for by partner.",
            agrees=stated == 0,
        )
    return _pair(("Planned by partners", sums.planned), ("stated as the total", stated))


def _pair(one: tuple[str, Decimal], other: tuple[str, Decimal]) -> Comparison:
    (name, amount), (against, expected) = one, other
    if amount == expected:
        return Comparison(f"{name} {money(amount)}, exactly what was {against}.", agrees=True)
    more = "more" if amount > expected else "less"
    return Comparison(
        f"{name} {money(amount)}, {money(abs(amount - expected))} {more} than the "
        f"{money(expected)} {against}.",
        agrees=False,
    )


def total(amounts: list[Decimal | None]) -> Decimal | None:
    """Return the exact sum of the amounts that are known, or None where none is."""
    known = [amount for amount in amounts if amount is not None]
    return sum(known, NOTHING) if known else None
