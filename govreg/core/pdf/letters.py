"""What is printed for a sign that no typeface on this computer has?

An empty box says nothing and breaks the rules of accessible documents. The sign's name is printed
in its place, "[grinning face]"; a sign that is never seen is left out.
"""

import unicodedata
from collections.abc import Iterable
from typing import Any

UNSEEN = frozenset({"Cc", "Cf", "Cn", "Co", "Mn", "Zl", "Zp"})


def missing_signs(document: Any) -> frozenset[str]:
    """Return the signs of a laid-out document that no typeface had."""
    return frozenset(
        chr(point) for font in document.fonts.values() for point in getattr(font, "missing", ())
    )


def with_names(html: str, signs: Iterable[str]) -> str:
    """Return the text with each of the signs named, or left out."""
    return html.translate({ord(sign): _name(sign) for sign in signs})


def _name(sign: str) -> str:
    if unicodedata.category(sign) in UNSEEN:
        return ""
    return f"[{unicodedata.name(sign, 'unknown sign').lower()}]"
