"""How is one line of the access table written, and what does it say of each person?"""

from dataclasses import dataclass

PEOPLE = "APLWEOXSUDM-"


@dataclass(frozen=True, slots=True)
class Row:
    name: str
    about: str
    get: str
    post: str


def expected(words: str) -> dict[str, int]:
    """Return the status for each person; the words must name everybody once."""
    found: dict[str, int] = {}
    for part in words.split(","):
        letters, status = part.split()
        for letter in letters:
            assert letter not in found, words
            found[letter] = int(status)
    assert set(found) == set(PEOPLE), words
    return {letter: found[letter] for letter in PEOPLE}
