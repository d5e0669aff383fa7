"""May a risk be judged, acted on or closed so, and in which band does its rating lie?"""

from datetime import date
from enum import StrEnum

from govreg.core.refusals import Refusal
from govreg.core.ui.words import long_date


class Band(StrEnum):
    """How high a rating is."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"

    @property
    def label(self) -> str:
        """The word that a reader sees."""
        return self.value.capitalize()

    @property
    def colour(self) -> str:
        """The tag's colour; the word is always there."""
        return {Band.LOW: "green", Band.MEDIUM: "yellow", Band.HIGH: "red"}[self]


def band_of(rating: int, *, medium_from: int, high_from: int) -> Band:
    """Return the band of a rating; where the limits cross, the higher band is meant.

    >>> band_of(6, medium_from=5, high_from=12).label
    'Medium'
    """
    if rating >= high_from:
        return Band.HIGH
    return Band.MEDIUM if rating >= medium_from else Band.LOW


def refusal_of_day(*, day: date, today: date, what: str) -> Refusal | None:
    """Refuse what is still to come: only what was done or found is recorded."""
    if day > today:
        return Refusal(
            "risk-day-to-come",
            f"{long_date(day)} is still to come. Give the day on which {what}.",
        )
    return None


def refusal_of_judgement(*, likelihood: int, impact: int, points: int) -> Refusal | None:
    """Refuse what lies outside the council's scale."""
    if not (1 <= likelihood <= points and 1 <= impact <= points):
        return Refusal(
            "off-the-scale",
            f"Likelihood and impact are judged on a scale of 1 to {points}. Choose from it.",
        )
    return None


def refusal_of_order(*, day: date, last: date | None) -> Refusal | None:
    """Refuse an assessment of a day before the last one: it would not be the one that counts."""
    if last is not None and day < last:
        return Refusal(
            "assessed-since",
            f"The risk was assessed on {long_date(last)}. Give that day or a later one.",
        )
    return None


def refusal_of_review(*, review_due: date | None, day: date) -> Refusal | None:
    """Refuse a next review that is not later."""
    if review_due is not None and review_due <= day:
        return Refusal(
            "risk-review-earlier",
            f"The next review must be later than {long_date(day)}.",
        )
    return None


def refusal_of_closed(*, closed_on: date | None) -> Refusal | None:
    """Refuse to go on with a risk that was closed."""
    if closed_on is not None:
        return Refusal(
            "risk-closed",
            f"This risk was closed on {long_date(closed_on)}. Add a new one if it has come back.",
        )
    return None


def refusal_of_done(*, done_on: date | None) -> Refusal | None:
    """Refuse to do an action twice."""
    if done_on is not None:
        return Refusal("risk-action-done", f"This action was done on {long_date(done_on)}.")
    return None


def refusal_of_owner(*, of_body: bool, of_partner: bool, is_member: bool) -> Refusal | None:
    """Refuse a risk of a body and of a partner at once, and one of a partner that is no member."""
    if of_body and of_partner:
        return Refusal(
            "risk-of-two",
            "Choose a body or a partner organisation, not both. Record the other one’s risk apart.",
        )
    if of_partner and not is_member:
        return Refusal(
            "risk-of-no-member",
            "This organisation has never been a member of the partnership. Add it as one first.",
        )
    return None


def refusal_to_close(*, because: str) -> Refusal | None:
    """Refuse to close a risk without a reason."""
    if not because.strip():
        return Refusal("closed-without-reason", "Say why it is no longer a risk.")
    return None
