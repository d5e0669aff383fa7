"""Which word and which colour does a state have?

The word is always there; the colour only helps.
"""

from django.utils.html import format_html
from django.utils.safestring import SafeString

from govreg.core.ratings import COLOURS, LABELS

PROGRESS = {str(rating): (LABELS[rating], COLOURS[rating]) for rating in LABELS}
QUARTERLY = {
    "green": ("Green", "green"),
    "amber": ("Amber", "orange"),
    "red": ("Red", "red"),
    "white": ("White", "white"),
    "blank": ("Blank", "grey"),
}
NOT_RATED = "Not rated"


def status_tag(word: str, colour: str = "grey") -> SafeString:
    """Return a word in a coloured box."""
    return format_html('<strong class="govuk-tag govuk-tag--{}">{}</strong>', colour, word)


def progress_tag(rating: object) -> SafeString:
    """Return an officer's progress rating; an unknown one is shown as it is written."""
    return _known(rating, PROGRESS)


def quarterly_tag(rating: object) -> SafeString:
    """Return a quarterly plan rating."""
    return _known(rating, QUARTERLY)


def _known(rating: object, vocabulary: dict[str, tuple[str, str]]) -> SafeString:
    text = str(rating or "")
    if not text:
        return format_html('<span class="app-missing">{}</span>', NOT_RATED)
    word, colour = vocabulary.get(text.lower().replace("_", "-"), (text, "grey"))
    return status_tag(word, colour)
