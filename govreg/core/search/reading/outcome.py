"""How far could the words of a file be read, and what is a person told where they could not?"""

from dataclasses import dataclass
from enum import StrEnum

#: The kinds of file whose text is read, by extension.
KINDS = ("pdf", "docx", "odt")
MOST_PAGES = 500
MOST_CHARACTERS = 2_000_000  # of text, before words that occur twice are left out
MOST_WORDS_KEPT = 400_000  # characters of distinct words
MOST_UNPACKED = 50 * 1024 * 1024  # bytes of one part of an archive
MOST_MEMBERS = 5_000  # parts of an archive
SECONDS, MEGABYTES = 10, 512


class Reading(StrEnum):
    """How the reading ended."""

    READ = "read"
    IN_PART = "in-part"
    ENCRYPTED = "encrypted"
    NO_TEXT = "no-text"
    DAMAGED = "damaged"
    ENTITIES = "entities"
    TOO_MUCH = "too-much"
    OTHER_KIND = "other-kind"

    @property
    def sentence(self) -> str:
        """What a reader is told; nothing where all of the text is searched."""
        return _SENTENCES[self]


_SENTENCES = {
    Reading.READ: "",
    Reading.IN_PART: f"Only its first {MOST_PAGES} pages, or as much as the register keeps of a "
    "text, are searched.",
    Reading.ENCRYPTED: "Its text is not searched: the file is protected by a password.",
    Reading.NO_TEXT: "Its text is not searched: there is none in the file. It seems to have been "
    "scanned.",
    Reading.DAMAGED: "Its text is not searched: the file could not be read. Open it once to see "
    "whether it is whole.",
    Reading.ENTITIES: "Its text is not searched: the file holds declarations that the register "
    "does not follow. Save it again in an office program.",
    Reading.TOO_MUCH: "Its text is not searched: to read it takes more time or memory than a "
    "file may take.",
    Reading.OTHER_KIND: "Its text is not searched: only PDF, Word (.docx) and OpenDocument "
    "(.odt) files are.",
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """How the reading ended, and the distinct folded words that were found."""

    reading: Reading
    words: str = ""


class Unreadable(Exception):
    """The text cannot be read; `reading` says why."""

    def __init__(self, reading: Reading) -> None:
        super().__init__(reading.value)
        self.reading = reading
