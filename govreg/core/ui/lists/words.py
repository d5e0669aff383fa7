"""Which records hold some words in a long text, whatever the case?

Asked as a position and not as a pattern: of a pattern in a changed text PostgreSQL believes that
hardly a record has it. It then plans for one record where there are thousands, and a page with
several filters took seconds.
"""

from django.db.models import Q, Value
from django.db.models.functions import StrIndex, Upper
from django.db.models.lookups import GreaterThan


def holds_words(field: str, words: str) -> Q:
    """Return the condition that a text holds the words."""
    return Q(GreaterThan(StrIndex(Upper(field), Upper(Value(words))), 0))
