"""May this version be recorded, agreed, brought into force, withdrawn or adopted?"""

from collections.abc import Iterable
from datetime import date

from govreg.core.periods import a_year_after
from govreg.core.refusals import Refusal
from govreg.core.ui.words import long_date

DRAFT, AGREED, IN_FORCE = "draft", "agreed", "in-force"
ENDED = frozenset({"superseded", "withdrawn"})


def refusal_of_label(*, label: str, known: Iterable[str]) -> Refusal | None:
    """Refuse two versions of a document that are called the same."""
    if label.casefold() in {one.casefold() for one in known}:
        return Refusal(
            "version-known",
            f"A version {label} of this document is already recorded. Give this one another name.",
        )
    return None


def refusal_of_agreement(
    *, by_a_body: bool, in_words: str, on: date | None, today: date
) -> Refusal | None:
    """Refuse an agreement of which nobody can say who gave it, or when.

    What an old paper leaves open may be said in words; it is not left out.
    """
    if not by_a_body and not in_words:
        return Refusal(
            "agreed-by-nobody", "Say which body agreed the version, or in words who agreed it."
        )
    if on is None and not in_words:
        return Refusal(
            "agreed-on-no-day",
            "Give the date on which it was agreed. Where that is not known, say so in words.",
        )
    if on is not None and on > today:
        return Refusal(
            "agreed-to-come",
            f"{long_date(on)} is still to come, so the version is not agreed yet. Record it as a "
            "draft, or check the date.",
        )
    return None


def refusal_of_dated(*, dated: date | None, state: str, today: date) -> Refusal | None:
    """Refuse a date on the paper that cannot be: what is in force was written before.

    A draft or an agreed version may bear the day from which it is to be in force.
    """
    if dated is None or dated <= today:
        return None
    if state not in (DRAFT, AGREED) or dated > a_year_after(today):
        return Refusal(
            "dated-to-come",
            f"The date on it, {long_date(dated)}, is "
            f"{'too far ahead' if state in (DRAFT, AGREED) else 'still to come'}. Check the date.",
        )
    return None


def refusal_of_order(*, agreed_on: date | None, start: date | None) -> Refusal | None:
    """Refuse a version that was in force before anybody agreed it."""
    if agreed_on is not None and start is not None and start < agreed_on:
        return Refusal(
            "in-force-before-agreed",
            f"The version was agreed on {long_date(agreed_on)}, so it cannot have been in force "
            f"from {long_date(start)}. Check the two dates.",
        )
    return None


def refusal_of_review_due(*, review_due: date | None, start: date | None) -> Refusal | None:
    """Refuse the review of a version before it was in force."""
    if review_due is not None and start is not None and review_due <= start:
        return Refusal(
            "review-before-force",
            f"The version is in force from {long_date(start)}. Give a later day on which its next "
            "review is due.",
        )
    return None


def refusal_to_agree(*, state: str) -> Refusal | None:
    """Refuse the agreement of what is no draft."""
    if state != DRAFT:
        return Refusal("no-draft", "Only a draft can be agreed, and this version is none.")
    return None


def refusal_to_bring_into_force(*, state: str) -> Refusal | None:
    """Refuse to bring into force what was not agreed."""
    if state == DRAFT:
        return Refusal(
            "not-agreed",
            "Record first who agreed this version, and when. Then it can come into force.",
        )
    if state != AGREED:
        return Refusal("not-to-come", "This version was in force already, or was withdrawn.")
    return None


def refusal_of_start(
    *, start: date | None, today: date, before: str, before_from: date | None
) -> Refusal | None:
    """Refuse a first day that is to come, or not later than that of the version before."""
    if start is not None and start > today:
        return Refusal(
            "in-force-to-come",
            f"{long_date(start)} is still to come. Leave the version agreed until it is in force.",
        )
    if not before:
        return None
    if start is None:
        return Refusal(
            "no-first-day",
            f"Say from which day this version is in force: version {before} is, until then.",
        )
    if before_from is not None and start <= before_from:
        return Refusal(
            "not-later",
            f"Version {before} is in force from {long_date(before_from)}. This one must be in "
            "force from a later day.",
        )
    return None


def refusal_to_withdraw(*, state: str, because: str) -> Refusal | None:
    """Refuse to withdraw what has ended, or without a reason."""
    if state in ENDED:
        return Refusal("ended-already", "This version has ended already, so it stays as it is.")
    if not because.strip():
        return Refusal("no-reason", "Say why the version is withdrawn.")
    return None


def refusal_to_adopt(*, state: str) -> Refusal | None:
    """Refuse to record the adoption of what is not agreed, or has ended."""
    if state not in (AGREED, IN_FORCE):
        return Refusal(
            "nothing-to-adopt",
            "Partners adopt a version that is agreed or in force, and this document has none.",
        )
    return None


def refusal_of_adoption(
    *, who: str, again: bool, on: date | None, agreed_on: date | None, today: date
) -> Refusal | None:
    """Refuse an adoption twice, on a day to come, or before there was anything to adopt."""
    if again:
        return Refusal("adopted-already", f"{who} has adopted this version already.")
    if on is not None and on > today:
        return Refusal("adopted-to-come", f"{long_date(on)} is still to come. Check the date.")
    if on is not None and agreed_on is not None and on < agreed_on:
        return Refusal(
            "adopted-too-early",
            f"The version was agreed on {long_date(agreed_on)}, so {who} cannot have adopted it "
            "before. Check the date.",
        )
    return None
