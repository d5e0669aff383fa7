"""What runs in the process that reads one file?

Started as `python -m govreg.core.search.reading.process EXTENSION`, with the file on its input. It
knows no Django and no database: what a hostile file does to it harms nothing else.
"""

import json
import os
import sys

from govreg.core.outbox.limits import end_with, limit
from govreg.core.search.folding import distinct_words

from .outcome import MEGABYTES, MOST_WORDS_KEPT, SECONDS, Outcome, Reading, Unreadable


def read(extension: str, content: bytes) -> Outcome:
    """Return the words of a file."""
    try:
        text, whole = _text(extension, content)
    except Unreadable as unreadable:
        return Outcome(unreadable.reading)
    words = " ".join(distinct_words(text))
    if not words:
        return Outcome(Reading.NO_TEXT)
    if len(words) > MOST_WORDS_KEPT:
        words, whole = words[:MOST_WORDS_KEPT].rpartition(" ")[0], False
    return Outcome(Reading.READ if whole else Reading.IN_PART, words)


def _text(extension: str, content: bytes) -> tuple[str, bool]:
    """Return the text of a file and whether that is all; only its own reader is loaded."""
    if extension == "pdf":
        from .paper import text_of_pdf

        return text_of_pdf(content)
    from .office import text_of_odt, text_of_word

    return text_of_word(content) if extension == "docx" else text_of_odt(content)


def main(extension: str, parent: str) -> int:
    """Read the file on the input, within the limits, and write the outcome."""
    end_with(int(parent))
    limit(seconds=SECONDS, megabytes=MEGABYTES)
    try:
        outcome = read(extension, sys.stdin.buffer.read())
    except MemoryError:
        outcome = Outcome(Reading.TOO_MUCH)
    answer = json.dumps({"reading": outcome.reading.value, "words": outcome.words})
    # What a file's reader printed must not stand before the answer.
    os.write(1, answer.encode())
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
