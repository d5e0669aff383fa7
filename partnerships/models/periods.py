"""How does a record say from which day to which day it holds?"""

from datetime import date
from typing import Any

from django.db import models
from django.db.models import F, Q

from govreg.core.history.models import TrackedModel, TrackedQuerySet
from govreg.core.periods import holds


class DatedQuerySet(TrackedQuerySet):
    """Questions that people ask of records that hold for a time."""

    def in_force(self, *, on: date) -> Any:
        """Return those in force on a day. No start means from before anybody recorded it."""
        return self.filter(Q(start__isnull=True) | Q(start__lte=on)).filter(
            Q(end__isnull=True) | Q(end__gte=on)
        )


class DatedModel(TrackedModel):
    """A record that holds from a day to a day; both count, and either may be unknown."""

    start = models.DateField("from", null=True, blank=True)
    end = models.DateField("to", null=True, blank=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(end__isnull=True) | Q(start__isnull=True) | Q(end__gte=F("start")),
                name="%(app_label)s_%(class)s_ends_after_it_starts",
            )
        ]

    def is_in_force(self, *, on: date) -> bool:
        """Say whether the record holds on a day."""
        return holds(self.start, self.end, on=on)
