"""Which messages are there to send, and what became of each?"""

from datetime import datetime
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Q

from govreg.core.access.permissions import Permission

from .leased import Leased, LeasedQuerySet, State

STATES = {State.WAITING: "Waiting", State.DONE: "Sent", State.FAILED: "Failed"}


class OutgoingMessageQuerySet(LeasedQuerySet):
    """Questions that people ask of the messages."""

    def visible_to(self, user: Any) -> Self:
        """Return all to those who look after the outbox, and nothing to others."""
        return self.all() if user.may(Permission.KEEP_OUTBOX) else self.none()


class OutgoingMessage(Leased):
    """One message to one address. Sent again after a kill it is the same one: same Message-ID."""

    to = models.CharField("to", max_length=254)
    subject = models.CharField(max_length=300)
    text = models.TextField(blank=True)
    html = models.TextField(blank=True)
    message_id = models.CharField("Message-ID", max_length=200, unique=True)
    #: Its text opens a door (a link to set a password): it goes when the message has ended.
    wipe = models.BooleanField(default=False)
    not_after = models.DateTimeField("of no use after", null=True)

    objects = OutgoingMessageQuerySet.as_manager()
    states: ClassVar[dict[State, str]] = STATES

    class Meta(Leased.Meta):
        ordering = ["-queued_at", "-pk"]
        constraints = [
            *Leased.Meta.constraints,
            models.CheckConstraint(
                condition=Q(wipe=False) | Q(state="waiting") | Q(text="", html=""),
                name="a_secret_message_that_ended_is_wiped",
            ),
        ]

    def __str__(self) -> str:
        return f"“{self.subject}” to {self.to}"

    @property
    def sent_at(self) -> datetime | None:
        """When the mail server took it; None where it has not."""
        return self.ended_at if self.state == State.DONE else None
