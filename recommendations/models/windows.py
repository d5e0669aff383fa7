"""When are updates asked for, for which committee, and of which agreed actions?"""

from datetime import date
from typing import Any

from django.db import models
from django.db.models import F, Q

from govreg.core import clock
from govreg.core.access import Permission
from govreg.core.history.models import TrackedModel, TrackedQuerySet
from govreg.core.ui.addresses import address_of
from partnerships.models import Body

from .actions import AgreedAction


class UpdateWindowQuerySet(TrackedQuerySet):
    """Questions that people ask of update windows."""

    def visible_to(self, user: Any) -> "UpdateWindowQuerySet":
        """Return all to those who read issued reviews; to an owner, those that ask them."""
        from recommendations.queries.ownership import owned_actions

        if any(
            user.may_somewhere(one)
            for one in (Permission.KEEP_WINDOWS, Permission.VIEW_ISSUED_REVIEWS)
        ):
            return self.all()
        owned = owned_actions(user, on=clock.today()).order_by().values("pk")
        asked = UpdateRequest.objects.filter(action__in=owned).order_by()
        return self.filter(pk__in=asked.values("window_id"))

    def open(self, *, on: date) -> "UpdateWindowQuerySet":
        """Return those that have asked and take answers on a day."""
        return self.filter(opened_on__lte=on, closes__gte=on, closed_on__isnull=True)

    def to_open(self, *, on: date) -> "UpdateWindowQuerySet":
        """Return those whose day has come and that have asked nobody yet."""
        return self.filter(opened_on__isnull=True, opens__lte=on, closes__gte=on)


class UpdateWindow(TrackedModel):
    """The time in which officers are asked for updates before one meeting of a committee."""

    class State(models.TextChoices):
        """How far a window is on a day."""

        PLANNED = "planned", "Planned"
        OPEN = "open", "Open"
        CLOSED = "closed", "Closed"

    name = models.CharField(max_length=200)
    committee = models.CharField(max_length=200)
    body = models.ForeignKey(
        Body,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="the committee in the register",
    )
    committee_date = models.DateField("date of the committee")
    opens = models.DateField()
    closes = models.DateField("closes at the end of")
    opened_on = models.DateField("asked its actions on", null=True, blank=True)
    closed_on = models.DateField("closed early on", null=True, blank=True)
    #: The moment after which nothing belongs to it any more: what it shows is read as at then.
    ends_at = models.DateTimeField("takes answers until")

    objects = UpdateWindowQuerySet.as_manager()
    history_repeats = ("ends_at",)

    class Meta:
        ordering = ["-committee_date", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(opens__lte=F("closes")) & Q(closes__lte=F("committee_date")),
                name="a_window_opens_closes_and_is_reported_in_order",
            ),
            models.UniqueConstraint(fields=["name"], name="one_window_of_a_name"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def last_day(self) -> date:
        """The last day on which it took, or will take, answers."""
        return self.closed_on or self.closes

    def get_absolute_url(self) -> str:
        """Return the window's page."""
        return address_of("recommendations:window", self.pk)


class UpdateRequestQuerySet(TrackedQuerySet):
    """Questions that people ask of what was asked."""

    def visible_to(self, user: Any) -> "UpdateRequestQuerySet":
        """Return those of the actions that a user may see."""
        return self.filter(action__in=AgreedAction.objects.visible_to(user).order_by().values("pk"))


class UpdateRequest(TrackedModel):
    """One agreed action that is asked for an update in one window, once."""

    window = models.ForeignKey(UpdateWindow, on_delete=models.PROTECT, related_name="requests")
    action = models.ForeignKey(
        AgreedAction, on_delete=models.PROTECT, related_name="update_requests"
    )
    asked_on = models.DateField("asked on")
    moved_from = models.ForeignKey(
        UpdateWindow, null=True, blank=True, on_delete=models.PROTECT, related_name="moved_away"
    )

    objects = UpdateRequestQuerySet.as_manager()
    name_needs = ("action__response",)

    class Meta:
        ordering = ["window", "pk"]
        verbose_name = "request for an update"
        verbose_name_plural = "requests for updates"
        constraints = [
            models.UniqueConstraint(fields=["window", "action"], name="an_action_is_asked_once"),
        ]

    def __str__(self) -> str:
        return self.action.title

    def history_subject(self) -> TrackedModel:
        """Read on the history page of the recommendation, where each sees what is theirs."""
        return self.action.history_subject()
