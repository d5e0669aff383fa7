"""How does a service write one change set, whole or not at all?"""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, transaction

from govreg.core import clock, tracing

from .once import AlreadySaved, take_token

if TYPE_CHECKING:
    from .models.changes import ChangeSet

CleanUp = Callable[[], object]

_current: ContextVar["ChangeSet | None"] = ContextVar("change_set", default=None)
_clean_ups: ContextVar[list[CleanUp] | None] = ContextVar("clean_ups", default=None)
log = logging.getLogger(__name__)


class OutsideAService(RuntimeError):
    """A tracked record was written with no change set open: only services write."""


def current_change_set() -> "ChangeSet":
    """Return the open change set.

    Raises OutsideAService when there is none.
    """
    change_set = _current.get()
    if change_set is None:
        raise OutsideAService("Tracked records are written inside a service’s change set only.")
    return change_set


def if_it_fails(clean_up: CleanUp) -> None:
    """Call this should the open change set come to nothing: for what no rollback takes back.

    Raises OutsideAService when there is no open change set.
    """
    current_change_set()
    clean_ups = _clean_ups.get()
    if clean_ups is not None:
        clean_ups.append(clean_up)


@contextmanager
def change(*, verb: str, by: Any, reason: str = "", scope: Any = None) -> Iterator["ChangeSet"]:
    """Open a transaction and a change set; everything tracked that is written inside points at it.

    A service called by another one joins the outer change set: one call, one set. `by` is a user,
    or None for the register's own commands.

    Raises AlreadySaved when the form that led here was saved before.
    """
    outer = _current.get()
    if outer is not None:
        yield outer
        return
    with _cleaned_up(), transaction.atomic():
        change_set = _open(verb=verb, by=by, reason=reason, scope=scope)
        mark = _current.set(change_set)
        try:
            yield change_set
        finally:
            _current.reset(mark)


@contextmanager
def _cleaned_up() -> Iterator[None]:
    """Run the clean-ups where the transaction inside fails, be it at its very commit."""
    clean_ups: list[CleanUp] = []
    mark = _clean_ups.set(clean_ups)
    try:
        yield
    except BaseException:
        for clean_up in reversed(clean_ups):
            try:
                clean_up()
            except Exception:  # the failure that led here is the one to report
                log.exception("Nothing was saved, and cleaning up after it failed too.")
        raise
    finally:
        _clean_ups.reset(mark)


def _open(*, verb: str, by: Any, reason: str, scope: Any) -> "ChangeSet":
    from .models.changes import ChangeSet

    token = take_token()
    row = ChangeSet(
        verb=verb,
        by=by,
        at=clock.now(),
        recorded_at=clock.true_now(),
        reason=reason.strip(),
        scope=scope,
        token=token,
        request_id=tracing.current(),
    )
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:
        if token and ChangeSet.objects.filter(token=token).exists():
            raise AlreadySaved from None
        raise
    return row
