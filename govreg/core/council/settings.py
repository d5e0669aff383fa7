"""What does a setting say on a day?"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction

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


MEANWHILE = Refusal(
    "setting-decided-meanwhile",
    "Somebody else recorded a value from that day a moment ago. Look at what is in force now, and "
    "correct it if it is a mistake.",
)


def decide(
    *, name: str, value: int, start: date, by: Any, reason: str, correct: bool = False
) -> CouncilSetting:
    """Record what the council decided a setting to be from a day on.

    With `correct`, the row takes the place of what was recorded for that day by mistake; both stay
    to be read. That is possible until the day is over: what ruled on a past day stays.
    """
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
    verb = "Corrected the value of a setting" if correct else "Decided a setting"
    with change(verb=verb, by=by, reason=reason):
        of_day = CouncilSetting.objects.select_for_update().filter(name=name, start=start)
        present = of_day.order_by("-pk").first()
        refusal = _refusal_of_second(present, value=value, correct=correct)
        if refusal:
            raise Refused(refusal)
        row = CouncilSetting(name=name, value=str(value), start=start, corrects=present)
        try:
            with transaction.atomic():
                row.save()
        except IntegrityError as error:
            raise Refused(MEANWHILE) from error
    known = _known.get()
    if known is not None:
        known.clear()
    return row


def _refusal_of_second(
    present: CouncilSetting | None, *, value: int, correct: bool
) -> Refusal | None:
    """Refuse a second value of a day that is not meant to correct the first, and the reverse."""
    if present is None:
        return (
            Refusal(
                "nothing-to-correct",
                "No value from that day is recorded, so there is nothing to correct. Choose the "
                "day of the value that is wrong, or leave the box empty.",
            )
            if correct
            else None
        )
    if not correct:
        return Refusal(
            "setting-decided",
            f"A value from that day is already recorded: {present.words}. Choose a later day. If "
            "what was recorded is a mistake, say that this corrects it.",
        )
    if present.value == str(value):
        return Refusal("setting-unchanged", "This value is already recorded from that day.")
    return None
