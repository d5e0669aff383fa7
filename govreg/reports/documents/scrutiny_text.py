"""Which numbered paragraphs and which named tables stand in an author's text?

A paragraph has a number; a list, a table or a quotation belongs to the paragraph before it. A line
such as [progress table] stands for what the register knows.
"""

import re
from collections.abc import Collection, Iterator, Mapping

MEMBERSHIP, PRIORITIES, PROGRESS = "membership", "priorities", "progress table"
RESPONSE, RED, LATE = "response rates", "red actions", "late answers"
ENGAGEMENT, CASE_STUDY, GOOD_PRACTICE = "engagement", "case study", "good practice"
NAMES = (MEMBERSHIP, PRIORITIES, PROGRESS, RESPONSE, RED, LATE, ENGAGEMENT)
NAMED = re.compile(r"\[(?P<name>[a-z][a-z ]*?)(?: (?P<key>\d{1,12}))?\]")
BETWEEN = re.compile(r"\n[ \t]*\n")
CONTINUES = re.compile(r"(?:[-*+] |[>|#]|\d{1,3}[.)] )")

Named = tuple[str, int | None]


def pieces(text: str) -> Iterator[str | Named]:
    """Give the runs of Markdown of a text, and the names that stand on lines of their own."""
    for chunk in BETWEEN.split(text.replace("\r\n", "\n")):
        kept: list[str] = []
        for line in chunk.split("\n"):
            found = NAMED.fullmatch(line.strip())
            if found is None:
                kept.append(line)
                continue
            if "\n".join(kept).strip():
                yield "\n".join(kept).strip("\n")
            kept = []
            yield found["name"], int(found["key"]) if found["key"] else None
        if "\n".join(kept).strip():
            yield "\n".join(kept).strip("\n")


def names_in(text: str) -> list[Named]:
    """Return the names that a text calls for, in their order."""
    return [piece for piece in pieces(text) if not isinstance(piece, str)]


def unknown_in(text: str, numbered: Mapping[str, Collection[int]]) -> list[str]:
    """Return the names in a text that stand for nothing.

    `numbered` says which numbers may stand behind a name such as “case study”.
    """
    return [
        f"[{name} {key}]" if key is not None else f"[{name}]"
        for name, key in names_in(text)
        if not ((name in NAMES and key is None) or key in numbered.get(name, ()))
    ]


def begins_paragraph(run: str) -> bool:
    """Whether a run of Markdown has a number of its own."""
    return not CONTINUES.match(run.lstrip())
