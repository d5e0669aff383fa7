"""Which words does an officer rate the progress of an agreed action with?

Quarterly plan ratings (green, amber, red, white, blank) are another vocabulary and live apart.
"""

from enum import StrEnum


class ProgressRating(StrEnum):
    """An officer's own rating of an agreed action."""

    NOT_STARTED = "not-started"
    ON_TRACK = "on-track"
    AT_RISK = "at-risk"
    LATE = "late"
    COMPLETE = "complete"

    @property
    def label(self) -> str:
        """The words a reader sees."""
        return LABELS[self]

    @property
    def colour(self) -> str:
        """The tag colour; the words are always beside it."""
        return COLOURS[self]

    @property
    def needs_reason(self) -> bool:
        """Whether the officer must say why: whenever things are not as planned."""
        return self in {ProgressRating.AT_RISK, ProgressRating.LATE, ProgressRating.NOT_STARTED}


LABELS = {
    ProgressRating.NOT_STARTED: "Not started",
    ProgressRating.ON_TRACK: "On track",
    ProgressRating.AT_RISK: "At risk",
    ProgressRating.LATE: "Late",
    ProgressRating.COMPLETE: "Complete",
}
COLOURS = {
    ProgressRating.NOT_STARTED: "grey",
    ProgressRating.ON_TRACK: "green",
    ProgressRating.AT_RISK: "yellow",
    ProgressRating.LATE: "red",
    ProgressRating.COMPLETE: "blue",
}
CHOICES = [(rating.value, rating.label) for rating in ProgressRating]
