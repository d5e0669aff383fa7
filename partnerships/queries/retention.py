"""Which memberships ended so long ago that the schedule may have them go?"""

from datetime import date

from django.db.models import QuerySet

from govreg.core.council.retention import DueRecord
from partnerships.models import Membership


def memberships_ended_before(day: date) -> QuerySet[Membership]:
    """Return those that ended before a day, the earliest first."""
    found = Membership.objects.filter(end__lt=day).order_by("end", "pk")
    return found.select_related(*Membership.name_needs)


def line_of(membership: Membership) -> DueRecord:
    """Return how a membership is named in the list of what is due."""
    assert membership.end is not None
    return DueRecord(str(membership), membership.end, membership.get_absolute_url())
