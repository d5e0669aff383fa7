"""Who does which kind of long work?

Each app says so when it starts (`AppConfig.ready`), so that the floor knows no kind.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .doing import Task

Run = Callable[["Task"], None]

_kinds: dict[str, Run] = {}


class WorkFailed(Exception):
    """The work cannot be done, now or later; the message is a sentence for who asked."""


def register_work(kind: str, run: Run) -> None:
    """Let `run` do every piece of work of a kind; a kind registered again replaces the first.

    `run` is called in a process of its own. It calls `task.hold()` first in the transaction that
    keeps its result and `task.done(...)` last in it, so that there is one result, however often
    the worker was killed. It raises Refused or WorkFailed with a sentence where it cannot be done.
    """
    _kinds[kind] = run


def run_of(kind: str) -> Run | None:
    """Return what does a kind of work, or None where no app knows it any more."""
    return _kinds.get(kind)
