"""Which long work does the worker ask for by itself, once a day?"""

from collections.abc import Callable
from dataclasses import dataclass

from django.db import transaction

from govreg.core import clock

from .models import LongWork
from .services.work import ask_for


@dataclass(frozen=True, slots=True)
class Daily:
    """A kind of long work that nobody has to remember; `wanted` says whether it is turned on."""

    kind: str
    title: str
    wanted: Callable[[], bool]


_daily: dict[str, Daily] = {}


def register_daily(kind: str, *, title: str, wanted: Callable[[], bool]) -> None:
    """Let a registered kind of work be asked for each day, as soon as a worker runs."""
    _daily[kind] = Daily(kind, title, wanted)


def ask_for_what_is_daily() -> None:
    """Ask for today's work where no worker has yet: its key lets each be asked for once.

    The look beforehand locks nothing.
    """
    today = clock.day_of(clock.true_now())
    keys = {f"{one.kind}:{today}": one for one in _daily.values() if one.wanted()}
    if not keys:
        return
    asked = set(LongWork.objects.filter(key__in=keys).values_list("key", flat=True))
    for key, one in keys.items():
        if key not in asked:
            with transaction.atomic():
                ask_for(kind=one.kind, arguments={}, by=None, key=key, title=one.title)
