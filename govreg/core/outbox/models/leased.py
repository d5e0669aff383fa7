"""What do a message to send and a piece of long work have in common?

A worker takes a row under a lease: until that moment it is the worker's alone. A worker that dies
never gives it back, and need not: when the lease runs out, the row is due again.
"""

from datetime import datetime
from typing import Any, Self

from django.db import models
from django.db.models import Q


class State(models.TextChoices):
    """What came of it; each kind of row says these in words of its own."""

    WAITING = "waiting"
    DONE = "done"
    FAILED = "failed"


class LeasedQuerySet(models.QuerySet):
    """Questions that the workers ask."""

    def waiting(self) -> Self:
        """Return what is neither done nor failed, held by a worker or not."""
        return self.filter(state=State.WAITING)

    def due(self, *, at: datetime) -> Self:
        """Return what a worker may take at a moment: its time has come and nobody holds it."""
        free = Q(leased_until__isnull=True) | Q(leased_until__lte=at)
        return self.waiting().filter(free, due_at__lte=at)

    def held(self, pk: int, lease: Any) -> Self:
        """Return the one row, if it is still held under this very lease."""
        return self.waiting().filter(pk=pk, lease=lease)


class Leased(models.Model):
    """A technical record with no history: the record that it serves has one.

    Moments are by the machine's own clock, in UTC. `attempts` counts how often it was taken.
    """

    key = models.CharField(max_length=200, unique=True)
    state = models.CharField(max_length=10, default=State.WAITING)
    queued_at = models.DateTimeField("asked for")
    waiting_since = models.DateTimeField()
    due_at = models.DateTimeField("next attempt")
    lease = models.UUIDField(null=True)
    leased_until = models.DateTimeField(null=True)
    attempts = models.PositiveIntegerField(default=0)
    problem = models.TextField(blank=True)
    ended_at = models.DateTimeField("sent, made or given up", null=True)

    class Meta:
        abstract = True
        indexes = [
            models.Index(fields=["due_at"], condition=Q(state="waiting"), name="%(class)s_due"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="waiting", ended_at__isnull=True)
                | Q(state__in=["done", "failed"], ended_at__isnull=False, lease__isnull=True),
                name="%(class)s_ends_once_and_is_then_held_by_nobody",
            ),
        ]

    def is_held(self, *, at: datetime) -> bool:
        """Say whether a worker holds it at a moment."""
        return self.leased_until is not None and self.leased_until > at
