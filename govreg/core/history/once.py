"""Was this very form already saved?

A form carries a token; the change set that it leads to keeps the token under a unique key, so a
double click or a reload of the page cannot save twice.
"""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.http import HttpRequest

FIELD = "once"

_token: ContextVar[uuid.UUID | None] = ContextVar("token", default=None)


class AlreadySaved(Exception):
    """The form's token was used before: nothing was written this time."""


def new_token() -> str:
    """Return a fresh token for a form's hidden field."""
    return str(uuid.uuid4())


def posted_token(request: HttpRequest) -> uuid.UUID | None:
    """Return the token of the form that was sent, if there is one."""
    if request.method != "POST":
        return None
    try:
        return uuid.UUID(request.POST.get(FIELD, ""))
    except ValueError:
        return None


@contextmanager
def remember_token(request: HttpRequest) -> Iterator[None]:
    """Keep the posted token at hand for the first change set of this request."""
    mark = _token.set(posted_token(request))
    try:
        yield
    finally:
        _token.reset(mark)


def take_token() -> uuid.UUID | None:
    """Return the request's token once; the second change set of a request has none."""
    token = _token.get()
    _token.set(None)
    return token
