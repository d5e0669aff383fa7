"""When is it tried again, when is it given up, and may it be tried once more?"""

from datetime import datetime, timedelta

from govreg.core.refusals import Refusal

from .models import State

#: A mail server that was away for a long week-end is still waited for.
GIVE_UP_AFTER = timedelta(days=5)


def pause_after(attempts: int, *, first: int, longest: int) -> timedelta:
    """Return how long to wait after so many attempts; `first` and `longest` are in seconds.

    >>> [pause_after(n, first=10, longest=60).seconds for n in (1, 2, 3, 4, 900)]
    [10, 20, 40, 60, 60]
    """
    doublings = min(max(attempts - 1, 0), 30)
    return timedelta(seconds=min(first * 2**doublings, longest))


def is_too_late(*, at: datetime, not_after: datetime | None) -> bool:
    """Say whether a message is of no use any more."""
    return not_after is not None and at > not_after


def is_given_up(*, at: datetime, waiting_since: datetime) -> bool:
    """Say whether a message has been tried for long enough."""
    return at - waiting_since > GIVE_UP_AFTER


def refusal_to_try_again(*, state: str) -> Refusal | None:
    """Refuse to try again what has not failed."""
    if state != State.FAILED:
        return Refusal("not-failed", "Only what has failed can be tried again. Look at it again.")
    return None


def refusal_of_wiped(*, wipe: bool, at: datetime, not_after: datetime | None) -> Refusal | None:
    """Refuse to send what has no text any more, or is of no use."""
    if wipe:
        return Refusal(
            "wiped",
            "The text of this message held a link that lets its reader in, so it was wiped. Ask "
            "the person to choose “I have forgotten my password” on the sign-in page again.",
        )
    if is_too_late(at=at, not_after=not_after):
        return Refusal("too-late", "The time after which this message is of no use has passed.")
    return None
