"""How does a file get into the store, whole or not at all?"""

import hashlib
import logging
import re
import uuid
from typing import Any

from django.conf import settings

from govreg.core import clock
from govreg.core.history.change import change, if_it_fails
from govreg.core.refusals import Refusal, Refused, enforce

from .kinds import media_type_of, refusal_of
from .models import StoredFile
from .place import place

log = logging.getLogger(__name__)
UNSAFE = re.compile(r"[\x00-\x1f\x7f/\\\u202a-\u202e\u2066-\u2069]+")


def safe_name(name: str) -> str:
    """Return a name a person recognises, without path parts or characters that mislead."""
    base = UNSAFE.sub(" ", name.replace("\\", "/").rpartition("/")[2]).strip(" .")
    stem, dot, extension = base.rpartition(".")
    return f"{stem[:180]}{dot}{extension[:10]}" if dot else base[:190]


def take_upload(upload: Any, *, by: Any) -> StoredFile:
    """Check an uploaded file and keep it.

    Raises Refused with the sentence for the person when it is not taken.
    """
    name = safe_name(upload.name or "")
    if upload.size > settings.LARGEST_FILE_BYTES:
        content = b"x" * (settings.LARGEST_FILE_BYTES + 1)
    else:
        content = upload.read()
    enforce(refusal_of(name=name, content=content, largest=settings.LARGEST_FILE_BYTES))
    return keep(name=name, content=content, by=by)


def keep(*, name: str, content: bytes, by: Any, path: str = "") -> StoredFile:
    """Write content into the store and record it.

    Where this, or anything later in the same change set, fails, neither file nor row stays. What
    may be killed in between gives a `path` of its own, and discards what it left the next time.
    A commit whose answer was lost may have happened: the file goes only where no row names it.
    """
    path = path or f"{clock.today():%Y/%m}/{uuid.uuid4().hex}"
    with change(verb="Stored a file", by=by):
        if_it_fails(lambda: discard_leftover(path))
        _write(path, content)
        stored = StoredFile(
            name=name,
            path=path,
            media_type=media_type_of(name),
            size=len(content),
            sha256=hashlib.sha256(content).hexdigest(),
            stored_by=by,
            stored_at=clock.now(),
        )
        stored.save()
    return stored


def discard_leftover(path: str) -> None:
    """Remove what was written to a path, whole or in part, where no row names it."""
    if not StoredFile.objects.filter(path=path).exists():
        place.discard(path)


def _write(path: str, content: bytes) -> None:
    try:
        place.put(path, [content])
    except OSError as error:
        log.exception("A file could not be stored.")
        raise Refused(
            Refusal(
                "storage-failed",
                "The file could not be stored, so nothing was saved. Try again in a few minutes; "
                "if it happens again, tell the register’s administrator that the file store "
                "may be full or out of reach.",
            )
        ) from error
