"""How much time and memory may a process of long work take, and when must it end?"""

import ctypes
import os
import resource
import signal
import sys

SET_SIGNAL_AT_PARENTS_DEATH = 1  # PR_SET_PDEATHSIG
MEGABYTE = 1024 * 1024


def limit(*, seconds: int, megabytes: int) -> None:
    """Limit this process: processor time, address space, and no core file.

    The system ends the process when its time is up; a want of memory becomes a MemoryError, or
    ends it too.
    """
    _lower(resource.RLIMIT_CPU, seconds)
    _lower(resource.RLIMIT_AS, megabytes * MEGABYTE)
    _lower(resource.RLIMIT_CORE, 0)


def _lower(kind: int, wanted: int) -> None:
    """Lower a limit; one that is lower already stays."""
    _soft, hard = resource.getrlimit(kind)
    most = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    resource.setrlimit(kind, (most, hard))


def end_with(parent: int) -> None:
    """Let this process be killed when its parent ends; leave at once where that has happened.

    Linux does this. Elsewhere the lease alone keeps what a forsaken process makes from being
    kept.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(SET_SIGNAL_AT_PARENTS_DEATH, signal.SIGKILL)
    if os.getppid() != parent:
        sys.exit(1)
