"""In which form are words compared, the same on both databases?"""

import unicodedata

LONGEST_WORD = 60


def fold(text: str) -> str:
    """Return text without case, accents or double spaces."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    kept = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return " ".join(kept.split())


def distinct_words(text: str) -> list[str]:
    """Return the folded words of a text, each once, in the order of their first place.

    A search asks for each word by itself, so once is enough; a constitution of two hundred pages
    has a few thousand.
    """
    return list(dict.fromkeys(word[:LONGEST_WORD] for word in fold(text).split()))
