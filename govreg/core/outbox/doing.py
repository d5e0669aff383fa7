"""How is one piece of long work done, inside the process that was started for it?"""

import logging
from datetime import datetime
from typing import Any

from django.db import transaction

from govreg.core.refusals import Refused

from .models import LongWork
from .registry import WorkFailed, run_of
from .services.work import LeaseLost, hold, record_done, record_failed, say_progress

NOT_KNOWN = "This register does not know how to make this any more. Ask for it again."
log = logging.getLogger(__name__)


class Task:
    """What the one who does the work sees of it."""

    def __init__(self, work: LongWork) -> None:
        self._work = work
        self.is_done = False

    @property
    def arguments(self) -> dict[str, Any]:
        """What was asked, as it was fixed then."""
        given: dict[str, Any] = self._work.arguments
        return given

    @property
    def by(self) -> Any:
        """Who asked: a user, or None for the register's own commands."""
        return self._work.asked_by

    @property
    def key(self) -> str:
        """The unique key of the work."""
        return self._work.key

    @property
    def attempt(self) -> int:
        """How often the work was begun, this time included."""
        return self._work.attempts

    @property
    def asked_at(self) -> datetime:
        """When it was asked for."""
        return self._work.queued_at

    def say(self, words: str) -> None:
        """Tell who waits how far it is; outside the transaction that keeps the result."""
        say_progress(self._work, words)

    def hold(self) -> None:
        """Make sure, first thing in the transaction that keeps the result, that it may be kept.

        Raises LeaseLost, which rolls the transaction back.
        """
        hold(self._work)

    def done(self, *, url: str = "", name: str = "") -> None:
        """Record, last thing in that transaction, where the result is and what it is called."""
        record_done(self._work, url=url, name=name)
        self.is_done = True


def carry_out(work: LongWork) -> None:
    """Do the work and record what came of it.

    What nobody foresaw is raised: the worker records it, and lets the work be begun once more.
    """
    task = Task(work)
    run = run_of(work.kind)
    if run is None:
        record_failed(work, NOT_KNOWN)
        return
    try:
        run(task)
        if not task.is_done:
            with transaction.atomic():
                task.done()
    except Refused as refused:
        record_failed(work, refused.refusal.sentence)
    except WorkFailed as failed:
        record_failed(work, str(failed))
    except LeaseLost:
        log.warning("%s is held by another worker by now, so its result was not kept.", work)
