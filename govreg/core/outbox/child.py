"""How is long work done in a process of its own, so that it cannot take the worker down?"""

import os
import signal
import subprocess
import sys
import time

from django.conf import settings

from .models import LongWork
from .services.leases import renew

RENEWALS_A_LEASE = 4
GRACE = 30  # seconds that the process may take to start, beside its own
OUT_OF_MEMORY = 75
TOO_LONG = "It took longer than the {seconds} seconds that it may take."
TOO_MUCH = "It needed more than the {megabytes} MB of memory that it may use."
ENDED = "The program that made it ended unexpectedly ({how})."


class NotOurs(Exception):
    """The lease was lost: another worker has the work."""


def do_in_a_process(work: LongWork) -> str:
    """Do the work in a process of its own, hold its lease meanwhile, and wait for the end.

    Returns a sentence on why the process did not end well, or "" when it did.
    Raises NotOurs when the lease was lost; the process was ended then.
    """
    command = [sys.executable, "-m", "govreg.core.outbox.process", str(work.pk), str(work.lease)]
    process = subprocess.Popen(  # noqa: S603 - our own words
        [*command, str(os.getpid())],
        cwd=settings.BASE_DIR,
        stdin=subprocess.DEVNULL,
        start_new_session=True,  # a Ctrl+C for the worker is not one for what it holds
    )
    try:
        return _waited_for(process, work)
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()


def _waited_for(process: subprocess.Popen[bytes], work: LongWork) -> str:
    seconds = settings.WORK_LEASE_SECONDS
    latest = time.monotonic() + settings.WORK_SECONDS + GRACE
    while time.monotonic() < latest:
        try:
            return _why(process.wait(seconds / RENEWALS_A_LEASE))
        except subprocess.TimeoutExpired:
            if not renew(work, seconds=seconds) and process.poll() is None:
                # Done, and about to end; or taken by another.
                _raise_unless_ended(process, seconds=10)
    return TOO_LONG.format(seconds=settings.WORK_SECONDS)


def _raise_unless_ended(process: subprocess.Popen[bytes], *, seconds: float) -> None:
    """Give the process a moment to end by itself.

    Raises NotOurs when it does not.
    """
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        raise NotOurs from None


def _why(status: int) -> str:
    if status == 0:
        return ""
    if status == OUT_OF_MEMORY:
        return TOO_MUCH.format(megabytes=settings.WORK_MEMORY_MB)
    if status == -signal.SIGXCPU:
        return TOO_LONG.format(seconds=settings.WORK_SECONDS)
    how = signal.Signals(-status).name if status < 0 else f"status {status}"
    return ENDED.format(how=how)
