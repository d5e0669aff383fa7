"""How does one worker send what is due and do the work that is asked for, again and again?"""

import logging
import os
import signal
import threading
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.db import DatabaseError, InterfaceError, close_old_connections

from govreg.core.tracing import new_id, traced

from .child import NotOurs, do_in_a_process
from .daily import ask_for_what_is_daily
from .delivery import NotNow, Postman, Refused
from .models import LongWork, OutgoingMessage
from .services.leases import take
from .services.messages import drop_if_too_late, record_put_off, record_refused, record_sent
from .services.work import drop_if_tried_enough, record_unfinished

IDLE = 1.0  # seconds between two looks when nothing is due
AFTER_TROUBLE = 5.0  # seconds before the database is asked again
log = logging.getLogger(__name__)


class Worker:
    """One worker. Several may run at once: each thing is taken by one of them at a time."""

    def __init__(self, *, alongside: int | None = None) -> None:
        """Work alone, or, with the number of the parent process, only as long as that lives."""
        self._stopping = threading.Event()
        self._alongside = alongside
        self._postman = Postman()

    def stop(self, *_signal: Any) -> None:
        """Take nothing more; what is held is finished first."""
        self._stopping.set()

    def stop_on_signals(self) -> None:
        """Stop on SIGTERM and on Ctrl+C."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self.stop)

    def drain(self) -> int:
        """Send and do all that is due now; return how many things that were."""
        done = 0
        try:
            while not self._is_over() and (now := self.turn()):
                done += now
        finally:
            self._postman.hang_up()
        return done

    def run(self) -> None:
        """Work until told to stop; what goes wrong with the database is waited out."""
        while not self._is_over():
            pause = IDLE
            try:
                close_old_connections()
                self.drain()
            except (DatabaseError, InterfaceError):
                log.exception("The database did not answer the worker; it will ask again.")
                pause = AFTER_TROUBLE
            self._stopping.wait(pause)

    def turn(self) -> int:
        """Send one message and do one piece of work, where there are any; return how many."""
        ask_for_what_is_daily()
        return sum(self._traced(step) for step in (self._send, self._do) if not self._is_over())

    @staticmethod
    def _traced(step: Callable[[], int]) -> int:
        """Take a step under an id of its own, which its lines in the log carry."""
        with traced(new_id("worker")):
            return step()

    def _send(self) -> int:
        message = take(OutgoingMessage, seconds=settings.MAIL_LEASE_SECONDS)
        if message is None:
            return 0
        if not drop_if_too_late(message):
            self._deliver(message)
        return 1

    def _deliver(self, message: OutgoingMessage) -> None:
        try:
            self._postman.deliver(message)
        except Refused as reason:
            log.warning("Message %s failed. %s", message.pk, reason)
            record_refused(message, str(reason))
        except NotNow as reason:
            log.warning("Message %s is put off. %s", message.pk, reason)
            record_put_off(message, str(reason))
        else:
            record_sent(message)

    def _do(self) -> int:
        work = take(LongWork, seconds=settings.WORK_LEASE_SECONDS)
        if work is None:
            return 0
        if not drop_if_tried_enough(work):
            make(work, do_in_a_process)
        return 1

    def _is_over(self) -> bool:
        if self._alongside is not None and os.getppid() != self._alongside:
            self.stop()
        return self._stopping.is_set()


def make(work: LongWork, do: Callable[[LongWork], str]) -> None:
    """Have the work done, and record it where it came to nothing."""
    try:
        problem = do(work)
    except NotOurs:
        log.warning("%s is held by another worker by now, or has ended.", work)
        return
    if problem:
        log.warning("%s was not finished. %s", work, problem)
        record_unfinished(work, problem)
