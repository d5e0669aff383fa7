"""Who was reminded of a quarter, on which day, and did the message go out?"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from govreg.core.accounts.models import User
from govreg.core.outbox.models import OutgoingMessage, State
from partnerships.models import ReportingQuarter


@dataclass(frozen=True, slots=True)
class Reminder:
    """One person was written to on a day; `failed` where the message could not be sent."""

    person: User
    day: date
    failed: bool


@dataclass(frozen=True, slots=True)
class RemindedOn:
    """Who was written to on one day."""

    day: date
    reminders: list[Reminder]


def key_of_reminder(reporting: ReportingQuarter, person: Any, *, on: date) -> str:
    """Return the key of the message that reminds a person on a day: it is sent once."""
    return f"{_begin_of(reporting)}{on}:{person.pk}"


def _begin_of(reporting: ReportingQuarter) -> str:
    return f"quarter:{reporting.pk}:"


def reminders(reporting: ReportingQuarter) -> list[RemindedOn]:
    """Return who was written to about a quarter, the last day first, as the outbox has it."""
    begin = _begin_of(reporting)
    sent = OutgoingMessage.objects.filter(key__startswith=begin).order_by()
    rows = [
        (*key.removeprefix(begin).split(":"), state)
        for key, state in sent.values_list("key", "state")
    ]
    people = User.objects.in_bulk([int(person) for _day, person, _state in rows])
    by_day: dict[date, list[Reminder]] = defaultdict(list)
    for day, person, state in rows:
        found = people.get(int(person))
        if found is not None:
            on = date.fromisoformat(day)
            by_day[on].append(Reminder(found, on, failed=state == State.FAILED))
    return [
        RemindedOn(day, sorted(by_day[day], key=lambda one: str(one.person)))
        for day in sorted(by_day, reverse=True)
    ]


def reminded_on(reporting: ReportingQuarter, day: date) -> set[User]:
    """Return who was written to about a quarter on one day."""
    return {
        one.person for found in reminders(reporting) if found.day == day for one in found.reminders
    }
