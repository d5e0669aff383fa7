"""Has this session passed the second factor, or does it still await the code?"""

from django.http import HttpRequest

KEY = "second-factor"
AWAITED, PASSED = "awaited", "passed"


def await_code(request: HttpRequest) -> None:
    """Keep that the session has passed the first factor alone."""
    request.session[KEY] = AWAITED


def pass_factor(request: HttpRequest) -> None:
    """Keep that the session has passed both, under a new session key."""
    request.session.cycle_key()
    request.session[KEY] = PASSED


def is_awaited(request: HttpRequest) -> bool:
    """Say whether the session must pass the second factor before it reaches anything."""
    return getattr(request, "session", None) is not None and request.session.get(KEY) == AWAITED


def is_passed(request: HttpRequest) -> bool:
    """Say whether the session has passed the second factor."""
    return bool(request.session.get(KEY) == PASSED)
