"""Who has not answered in a quarter, for how many actions, and who can be written to?"""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, QuerySet

from govreg.core.accounts.models import User
from partnerships.models import Organisation, PlanAction, ReportingQuarter

from .answering import without_answer
from .lead_agencies import people_of


@dataclass(frozen=True, slots=True)
class ChasedLine:
    """One lead organisation (None where an action names none) with what waits for it."""

    lead: Organisation | None
    waiting: int
    people: tuple[User, ...]


def waiting_actions(reporting: ReportingQuarter) -> QuerySet[PlanAction]:
    """Return the actions of a quarter that had started and have no answer."""
    quarter = reporting.period
    own = PlanAction.objects.reported_under(reporting.plan).standing(on=quarter.last_day)
    return without_answer(own.filter(start__lte=quarter.last_day), quarter)


def chased(reporting: ReportingQuarter, *, on: date) -> list[ChasedLine]:
    """Return the organisations that have not answered, those with most actions first."""
    waiting = waiting_actions(reporting).order_by()
    numbers = dict(waiting.values_list("lead").annotate(number=Count("pk")))
    leads = Organisation.objects.in_bulk([key for key in numbers if key])
    people = people_of(leads, on=on)
    lines = [
        ChasedLine(leads.get(key), number, tuple(people.get(key, ())))
        for key, number in numbers.items()
    ]
    return sorted(lines, key=lambda line: (-line.waiting, str(line.lead or "")))
