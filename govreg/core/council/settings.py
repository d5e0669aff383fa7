"""What does a setting say on a day?"""

from datetime import date
from typing import Any

from govreg.core import clock
from govreg.core.history.change import change
from govreg.core.refusals import Refusal, Refused

from .definitions import DEFINITIONS
from .models import CouncilSetting


def whole_number(name: str, *, on: date) -> int:
    """Return a setting's value in force on a day: the council's, or the default before any."""
    row = CouncilSetting.objects.filter(name=name, start__lte=on).order_by("-start").first()
    return int(row.value) if row else DEFINITIONS[name].default


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
    return row
