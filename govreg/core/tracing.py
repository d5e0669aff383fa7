"""Which request, or which job of the worker, is being answered at this moment?"""

import re
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

WELL_FORMED = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{7,63}")

_current: ContextVar[str] = ContextVar("request_id", default="")


def current() -> str:
    """Return the id of what is being answered; "" outside a request and a job."""
    return _current.get()


def accepted(given: str) -> str:
    """Return the id that a proxy gave if it is well-formed, else a new one.

    8 to 64 letters, digits, dots, hyphens and underscores: nothing that could forge a log line.
    """
    return given if WELL_FORMED.fullmatch(given) else new_id()


def new_id(kind: str = "") -> str:
    """Return a fresh id; that of a job says which kind it is."""
    return f"{kind}-{uuid.uuid4().hex}" if kind else uuid.uuid4().hex


@contextmanager
def traced(request_id: str) -> Iterator[str]:
    """Do what is inside under an id."""
    mark = _current.set(request_id)
    try:
        yield request_id
    finally:
        _current.reset(mark)
