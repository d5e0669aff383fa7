"""Which words does a stored file hold, so that it is found by them?"""

from collections.abc import Iterable
from typing import Any

from django.conf import settings

from govreg.core.files.models import StoredFile

from .models import FileText
from .reading.child import words_in
from .reading.outcome import Outcome, Reading


def read_upload(upload: Any) -> Outcome:
    """Return the words of an upload, before anything is written: a reader may take seconds.

    What is too large to be taken is not read; taking it says why.
    """
    if upload.size > settings.LARGEST_FILE_BYTES:
        return Outcome(Reading.TOO_MUCH)
    content = upload.read()
    upload.seek(0)
    return words_in(upload.name or "", content)


def keep_text(stored: StoredFile, outcome: Outcome) -> FileText:
    """Keep the words of a stored file, or why there are none."""
    kept: FileText = FileText.objects.create(
        file=stored, reading=outcome.reading, words=outcome.words
    )
    return kept


def texts_of(files: Iterable[int]) -> dict[int, FileText]:
    """Return what is known of some stored files' texts, by the files' keys, in one query."""
    return {kept.file_id: kept for kept in FileText.objects.filter(file__in=list(files))}
