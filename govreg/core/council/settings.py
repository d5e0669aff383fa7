"""What does a setting say on a day?"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from typing import Any

from govreg.core import clock
from govreg.core.history.change import change
from govreg.core.refusals import Refusal, Refused

from .definitions import DEFINITIONS
from .models import CouncilSetting

Decided = list[tuple[str, date, str]]
_known: ContextVar[list[Decided] | None] = ContextVar("settings_known", default=None)


@contextmanager
def looked_up_once() -> Iterator[None]:
    """Let the settings be read once for everything that a request asks of them."""
    mark = _known.set([])
    try:
        yield
    finally:
        _known.reset(mark)


def decided() -> Decided:
    """Return what the council decided of every setting: its name, the day from which, the value.

    The earliest comes first.
    """
    known = _known.get()
    if known:
        return known[0]
    rows = CouncilSetting.objects.order_by("start", "pk").values_list("name", "start", "value")
    found = list(rows)
    if known is not None:
        known.append(found)
    return found


def whole_number(name: str, *, on: date) -> int:
    """Return a setting's value in force on a day: the council's, or the default before any."""
    ruling = [
        value for decided_name, start, value in decided() if decided_name == name and start <= on
    ]
    return int(ruling[-1]) if ruling else DEFINITIONS[name].default


def decide(*, name: str, value: int, start: date, by: Any, reason: str) -> CouncilSetting:
    """Record what the council decided a setting to be from a day on."""
    definition = DEFINITIONS[name]
    if not definition.least <= value <= definition.most:
        raise Refused(
            Refusal(
                "setting-out-of-range",
                f"The value must be between {definition.least} and {definition.most}.",
            )
        )
    if start < clock.today():
        raise Refused(
            Refusal(
                "setting-past",
                "The value must hold from today or a later day. A report about a past day is made "
                "with the rule of that day, so what ruled then stays.",
            )
        )
    if CouncilSetting.objects.filter(name=name, start=start).exists():
        raise Refused(
            Refusal(
                "setting-decided",
                "A value from that day is already recorded. Choose a later day.",
            )
        )
    with change(verb="Decided a setting", by=by, reason=reason):
        row = CouncilSetting(name=name, value=str(value), start=start)
        row.save()
    known = _known.get()
    if known is not None:
        known.clear()
    return row
