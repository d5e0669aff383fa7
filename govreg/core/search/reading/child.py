"""How is a file read in a process of its own, so that no file can hold the register up?"""

import json
import logging
import os
import subprocess
import sys

from django.conf import settings

from .outcome import KINDS, SECONDS, Outcome, Reading

log = logging.getLogger(__name__)
GRACE = 5  # seconds that the process may take to start, beside its own


def words_in(name: str, content: bytes) -> Outcome:
    """Return the words of a file by its name and content; a file that does harm has none."""
    extension = name.rpartition(".")[2].lower()
    if extension not in KINDS:
        return Outcome(Reading.OTHER_KIND)
    command = [sys.executable, "-m", "govreg.core.search.reading.process", extension]
    try:
        done = subprocess.run(  # noqa: S603 - our own words
            [*command, str(os.getpid())],
            cwd=settings.BASE_DIR,
            input=content,
            capture_output=True,
            timeout=SECONDS + GRACE,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Outcome(Reading.TOO_MUCH)
    if done.returncode > 0:
        log.error("A file could not be read: %s", done.stderr[-2000:].decode(errors="replace"))
    return _outcome(done.returncode, done.stdout)


def _outcome(status: int, answer: bytes) -> Outcome:
    if status < 0:  # ended by the system: its time or its memory was up
        return Outcome(Reading.TOO_MUCH)
    try:
        told = json.loads(answer)
        return Outcome(Reading(told["reading"]), told["words"])
    except (ValueError, KeyError, TypeError):
        return Outcome(Reading.DAMAGED)
