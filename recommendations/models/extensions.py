"""Which extensions of an action's due date were asked for, and what was decided of each?"""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from govreg.core.history.models import TrackedModel, TrackedQuerySet
from govreg.core.timescales import GIVEN_AS, PRECISION_CHOICES, Precision
from govreg.core.ui.addresses import address_of
from partnerships.models import Body

from .actions import AgreedAction


class ExtensionRequestQuerySet(TrackedQuerySet):
    """Questions that people ask of requests for an extension."""

    def visible_to(self, user: Any) -> "ExtensionRequestQuerySet":
        """Return those of the actions that a user may see."""
        return self.filter(action__in=AgreedAction.objects.visible_to(user).order_by().values("pk"))

    def granted(self) -> "ExtensionRequestQuerySet":
        """Return those that changed a due date."""
        return self.filter(state=ExtensionRequest.State.GRANTED)

    def open(self) -> "ExtensionRequestQuerySet":
        """Return those that somebody has still to answer."""
        return self.filter(state__in=ExtensionRequest.OPEN)

    def of_actions_to_do(self) -> "ExtensionRequestQuerySet":
        """Return those of actions that are agreed and followed up, which alone may be extended."""
        to_do = AgreedAction.objects.live().filter(state=AgreedAction.State.AGREED)
        return self.filter(action__in=to_do.order_by().values("pk"))


class ExtensionRequest(TrackedModel):
    """One request for a later due date: asked for, endorsed, decided.

    Until it is granted the action keeps its date. Once granted it keeps the date and the words
    that it replaced, so that every revision of a timescale is a row of its own.
    """

    class State(models.TextChoices):
        """How far the request is."""

        REQUESTED = "requested", "Asked for"
        ENDORSED = "endorsed", "Endorsed"
        DECLINED = "declined", "Declined by a senior officer"
        GRANTED = "granted", "Granted"
        REFUSED = "refused", "Refused"
        WITHDRAWN = "withdrawn", "Withdrawn"

    OPEN = (State.REQUESTED, State.ENDORSED)

    action = models.ForeignKey(AgreedAction, on_delete=models.PROTECT, related_name="extensions")
    state = models.CharField(max_length=20, choices=State.choices, default=State.REQUESTED)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="asked for by",
    )
    asked_on = models.DateField("asked for on")
    reason = models.TextField("reason for the extension")
    new_timescale = models.CharField("new timescale as printed", max_length=200)
    new_precision = models.CharField(
        "how the new date was given", max_length=12, choices=PRECISION_CHOICES
    )
    new_due = models.DateField("new due date")
    previous_timescale = models.CharField("timescale that it replaced", max_length=200, blank=True)
    previous_due = models.DateField("due date that it replaced", null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="senior officer",
    )
    answered_on = models.DateField("answered by the senior officer on", null=True, blank=True)
    answer = models.TextField("what the senior officer said", blank=True)
    committee = models.CharField("committee", max_length=200, blank=True)
    body = models.ForeignKey(
        Body,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="body that decided",
    )
    meeting_on = models.DateField("date of the meeting", null=True, blank=True)
    minute_reference = models.CharField("minute reference", max_length=60, blank=True)
    note = models.TextField("note of the decision", blank=True)
    decided_on = models.DateField("decision recorded on", null=True, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="decision recorded by",
    )
    withdrawn_on = models.DateField("withdrawn on", null=True, blank=True)

    objects = ExtensionRequestQuerySet.as_manager()
    name_needs = ("action",)

    class Meta:
        ordering = ["-asked_on", "-pk"]
        verbose_name = "request for an extension"
        verbose_name_plural = "requests for an extension"
        constraints = [
            models.UniqueConstraint(
                fields=["action"],
                condition=Q(state__in=["requested", "endorsed"]),
                name="one_open_extension_an_action",
            ),
            models.CheckConstraint(
                condition=~Q(state="granted")
                | Q(previous_due__isnull=False, previous_due__lt=F("new_due")),
                name="a_granted_extension_is_later_than_what_it_replaced",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["requested", "withdrawn"]) | Q(answered_on__isnull=False),
                name="an_endorsed_or_declined_extension_says_when",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["granted", "refused"]) | Q(decided_on__isnull=False),
                name="a_decided_extension_says_when",
            ),
            models.CheckConstraint(
                condition=Q(body__isnull=True) | Q(committee=""),
                name="an_extension_is_decided_by_one_committee",
            ),
        ]
        indexes = [models.Index(fields=["state", "asked_on"], name="extension_state_asked")]

    def __str__(self) -> str:
        return f"Extension to {self.new_timescale}"

    @property
    def is_open(self) -> bool:
        """Whether somebody has still to answer it."""
        return self.state in self.OPEN

    @property
    def is_decided(self) -> bool:
        """Whether it was granted or refused."""
        return self.state in (self.State.GRANTED, self.State.REFUSED)

    @property
    def colour(self) -> str:
        """The tag colour; the words are always beside it."""
        return COLOURS[self.State(self.state)]

    @property
    def new_given_as(self) -> str:
        """How loosely the new date was given, as words to set behind it; nothing for a day."""
        return GIVEN_AS[Precision(self.new_precision)]

    @property
    def decider(self) -> str:
        """The committee that decided, or the senior officer where the council has no committee do.

        Nothing before there is a decision.
        """
        if not self.is_decided:
            return ""
        return str(self.body) if self.body else self.committee or str(self.answered_by or "")

    def get_absolute_url(self) -> str:
        """Return the request's page."""
        return address_of("recommendations:extension", self.pk)

    def history_subject(self) -> TrackedModel:
        """Read on the recommendation's history page."""
        return self.action.history_subject()


COLOURS = {
    ExtensionRequest.State.REQUESTED: "yellow",
    ExtensionRequest.State.ENDORSED: "blue",
    ExtensionRequest.State.DECLINED: "grey",
    ExtensionRequest.State.GRANTED: "green",
    ExtensionRequest.State.REFUSED: "red",
    ExtensionRequest.State.WITHDRAWN: "grey",
}
