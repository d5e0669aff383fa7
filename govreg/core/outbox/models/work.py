"""Which long work was asked for, by whom, how far is it, and what came of it?"""

from datetime import datetime, timedelta
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from govreg.core.access.permissions import Permission

from .leased import Leased, LeasedQuerySet, State

STATES = {State.WAITING: "Waiting", State.DONE: "Ready", State.FAILED: "Failed"}
BEING_MADE = "Being made"
LATELY = timedelta(days=7)


class LongWorkQuerySet(LeasedQuerySet):
    """Questions that people ask of long work."""

    def visible_to(self, user: Any) -> Self:
        """Return all to those who look after the outbox, and to others what they asked for."""
        return self.all() if user.may(Permission.KEEP_OUTBOX) else self.filter(asked_by=user.pk)

    def lately(self, *, at: datetime) -> Self:
        """Return what is under way or ended in the last days, as seen at a moment."""
        return self.filter(Q(state=State.WAITING) | Q(ended_at__gt=at - LATELY))


class LongWork(Leased):
    """One thing to make that takes longer than a page may."""

    kind = models.CharField(max_length=60)
    arguments = models.JSONField(default=dict)
    title = models.CharField("what", max_length=300)
    back_url = models.CharField(max_length=300, blank=True)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    progress = models.CharField(max_length=200, blank=True)
    result_url = models.CharField(max_length=300, blank=True)
    result_name = models.CharField(max_length=300, blank=True)

    objects = LongWorkQuerySet.as_manager()
    states: ClassVar[dict[State, str]] = STATES

    class Meta(Leased.Meta):
        ordering = ["-queued_at", "-pk"]
        verbose_name_plural = "long work"

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Return the address of the page that shows how far it is."""
        return reverse("outbox:work", args=[self.pk])

    @property
    def is_waiting(self) -> bool:
        """Whether it is still to be made."""
        return self.state == State.WAITING

    @property
    def is_ready(self) -> bool:
        """Whether it was made."""
        return self.state == State.DONE

    @property
    def is_failed(self) -> bool:
        """Whether it could not be made."""
        return self.state == State.FAILED

    def stands(self, *, at: datetime) -> str:
        """Return how it stands at a moment, in a word or two."""
        if self.is_waiting and self.is_held(at=at):
            return BEING_MADE
        return self.states[State(self.state)]
