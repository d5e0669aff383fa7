"""What is written in the log, and how is one request found in it again?"""

import json
import logging
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from django.http import HttpRequest, HttpResponse

from govreg.core import tracing

HEADER = "X-Request-ID"
SECRETS_IN_PATHS = ("token",)
HIDDEN = "…"
log = logging.getLogger("govreg.request")


class RequestIdMiddleware:
    """Gives each request an id, answers with it, and logs how the request ended.

    Never the query string, a header or what was sent: they may hold names and secrets.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request under its id."""
        begun = time.monotonic()
        with tracing.traced(tracing.accepted(request.headers.get(HEADER, ""))) as request_id:
            response = self.get_response(request)
            response[HEADER] = request_id
            log.info(
                "%s %s",
                request.method,
                path_of(request),
                extra={
                    "user_key": _user_key(request),
                    "path": path_of(request),
                    "status": response.status_code,
                    "milliseconds": round((time.monotonic() - begun) * 1000),
                },
            )
        return response


def path_of(request: HttpRequest) -> str:
    """Return the path without what opens a door, such as the token of a link to set a password."""
    path = request.path
    match = request.resolver_match
    for name in SECRETS_IN_PATHS:
        if match and (secret := str(match.kwargs.get(name, ""))):
            path = path.replace(secret, HIDDEN)
    return path


def _user_key(request: HttpRequest) -> int | None:
    """Return who asked, where that was looked up anyway."""
    user = getattr(request, "_cached_user", None)
    return getattr(user, "pk", None)


class WithRequestId(logging.Filter):
    """Adds the id of the request or job to each line."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Let every line pass."""
        record.request_id = tracing.current() or "-"
        return True


class JsonLines(logging.Formatter):
    """One JSON object a line, for a council's log collector."""

    EXTRA = ("user_key", "path", "status", "milliseconds")

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        line: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
            "request_id": tracing.current(),
        }
        line |= {name: getattr(record, name) for name in self.EXTRA if _has(record, name)}
        request = getattr(record, "request", None)
        if isinstance(request, HttpRequest):
            # Django's own lines name the path as it was asked for.
            line["message"] = line["message"].replace(request.path, path_of(request))
            line |= {"path": path_of(request), "user_key": _user_key(request)}
        if record.exc_info:
            line["traceback"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)


def _has(record: logging.LogRecord, name: str) -> bool:
    return getattr(record, name, None) is not None
