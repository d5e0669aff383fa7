"""What was agreed to be done, by whom and by when, and how far is it?"""

from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from govreg.core import clock
from govreg.core.access import Permission
from govreg.core.history.models import TrackedModel, TrackedQuerySet
from govreg.core.timescales import GIVEN_AS, PRECISION_CHOICES, SENSE_CHOICES, Precision, Sense
from govreg.core.ui.addresses import address_of
from partnerships.models import Body, Post, Team
from reviews.models import Review

from .responses import Response, told_outside

LONGEST_TITLE = 120
#: What is asked of an action’s response, recommendation and review for it to be followed up.
FOLLOWED_UP: dict[str, Any] = {
    "response__replaced_by__isnull": True,
    "response__recommendation__ended_as": "",
    "response__recommendation__review__status": Review.Status.ISSUED,
}


def wording_of(text: str, *, response: str, position: int) -> str:
    """Return what was agreed in full: an action's own text, or its line of the response."""
    return text or f"{response.rstrip('.')} (line {position})"


def shortened(wording: str) -> str:
    """Return a wording as the name of an action."""
    return wording if len(wording) <= LONGEST_TITLE else f"{wording[: LONGEST_TITLE - 3]}…"


class AgreedActionQuerySet(TrackedQuerySet):
    """Questions that people ask of agreed actions."""

    def visible_to(self, user: Any) -> "AgreedActionQuerySet":
        """Return those of the reviews a user may see, and those they own.

        What stands under an answer that was never approved is for those who discuss it.
        """
        from recommendations.queries.ownership import owned_actions

        if user.may(Permission.WRITE_REVIEWS):
            return self.all()
        reviews = Review.objects.visible_to(user).order_by().values("pk")
        seen = Q(response__recommendation__review__in=reviews)
        if user.may(Permission.VIEW_DISCUSSED_REVIEWS):
            # An action is owned from the issue of its review on, and those are seen anyway.
            return self.filter(seen)
        owned = owned_actions(user, on=clock.today()).values("pk")
        if not user.may_somewhere(Permission.VIEW_DISCUSSED_REVIEWS):
            answered = Response.objects.filter(told_outside()).order_by()
            seen &= Q(response__in=answered.values("pk"))
        return self.filter(seen | Q(pk__in=owned))

    def live(self) -> "AgreedActionQuerySet":
        """Return those still to be done or verified, of issued reviews."""
        return self.filter(state__in=AgreedAction.LIVE, **FOLLOWED_UP)

    def overdue(self, *, on: date) -> "AgreedActionQuerySet":
        """Return those agreed, not yet claimed, whose due date has passed on a day."""
        return self.live().filter(state=AgreedAction.State.AGREED, due_date__lt=on)

    def standing_so(self, standing: str, *, on: date, due_soon: int) -> "AgreedActionQuerySet":
        """Return those that stand to their date in one way on a day (see `rules/timeliness`)."""
        soon = on + timedelta(days=due_soon)
        to_do = Q(state=AgreedAction.State.AGREED)
        live = Q(state__in=AgreedAction.LIVE)
        conditions = {
            "to-do": to_do,
            "to-verify": live & ~to_do,
            "overdue": to_do & Q(due_date__lt=on),
            "due-soon": to_do & Q(due_date__gte=on, due_date__lte=soon),
            "not-due": to_do & Q(due_date__gt=soon),
            "no-date": to_do & Q(due_date__isnull=True),
            "no-owner": live & Q(owners__isnull=True),
        }
        return self.filter(conditions[standing], **FOLLOWED_UP)


class AgreedAction(TrackedModel):
    """One step that was agreed, with one timescale. The original due date never changes."""

    class State(models.TextChoices):
        """How far the action is."""

        AGREED = "agreed", "Agreed"
        CLAIMED = "claimed", "Implementation claimed"
        PROPOSED = "proposed", "Proposed for closure"
        CLOSED = "closed", "Verified and closed"
        RISK_ACCEPTED = "risk-accepted", "Risk accepted"

    LIVE = (State.AGREED, State.CLAIMED, State.PROPOSED)

    response = models.ForeignKey(Response, on_delete=models.PROTECT, related_name="actions")
    position = models.PositiveSmallIntegerField(default=1)
    text = models.TextField("agreed action", blank=True)
    timescale_printed = models.CharField("timescale as printed", max_length=200, blank=True)
    sense = models.CharField(
        "kind of date", max_length=12, choices=SENSE_CHOICES, default=Sense.NO_DATE
    )
    precision = models.CharField(
        "how the date was given",
        max_length=12,
        choices=PRECISION_CHOICES,
        default=Precision.NONE,
    )
    original_due = models.DateField("original due date", null=True, blank=True)
    due_date = models.DateField("due date", null=True, blank=True)
    start_date = models.DateField("start date", null=True, blank=True)
    review_date = models.DateField("review date", null=True, blank=True)
    state = models.CharField(max_length=20, choices=State.choices, default=State.AGREED)
    state_since = models.DateField("in this state since", null=True, blank=True)

    objects = AgreedActionQuerySet.as_manager()
    name_needs = ("response",)
    address_needs = ("response__recommendation__review",)
    history_repeats = ("state_since",)

    class Meta:
        ordering = ["response__recommendation", "response__position", "position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(due_date__isnull=True) | Q(original_due__isnull=False),
                name="a_due_date_has_an_original",
            ),
        ]
        indexes = [models.Index(fields=["state", "due_date"], name="action_state_due")]

    def __str__(self) -> str:
        return self.title

    @property
    def wording(self) -> str:
        """What was agreed in full: its own text, or the response that it is a part of."""
        return wording_of(self.text, response=self.response.text, position=self.position)

    @property
    def title(self) -> str:
        """What the action is called: its own text, or the response that it is a part of."""
        return shortened(self.wording)

    @property
    def given_as(self) -> str:
        """How loosely the date was given, as words to set behind it; nothing for a day."""
        return GIVEN_AS[Precision(self.precision)]

    @property
    def slippage(self) -> int:
        """By how many days the due date is later than the original one; 0 where there is none."""
        if self.due_date is None or self.original_due is None:
            return 0
        return (self.due_date - self.original_due).days

    def get_absolute_url(self) -> str:
        """Return the action's page."""
        return address_of("recommendations:action", self.pk)

    def history_subject(self) -> TrackedModel:
        """Read on the recommendation's history page."""
        return self.response.recommendation


class ActionOwner(TrackedModel):
    """Who is responsible for an action: one user, post, team or body."""

    action = models.ForeignKey(AgreedAction, on_delete=models.PROTECT, related_name="owners")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    post = models.ForeignKey(
        Post, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    team = models.ForeignKey(
        Team, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    body = models.ForeignKey(
        Body, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    KINDS = ("user", "post", "team", "body")
    name_needs = KINDS

    class Meta:
        ordering = ["pk"]
        verbose_name = "responsible officer"
        constraints = [
            models.CheckConstraint(
                condition=(
                    Q(user__isnull=False, post__isnull=True, team__isnull=True, body__isnull=True)
                    | Q(user__isnull=True, post__isnull=False, team__isnull=True, body__isnull=True)
                    | Q(user__isnull=True, post__isnull=True, team__isnull=False, body__isnull=True)
                    | Q(user__isnull=True, post__isnull=True, team__isnull=True, body__isnull=False)
                ),
                name="an_owner_is_one_user_post_team_or_body",
            )
        ]

    def __str__(self) -> str:
        return str(self.party)

    @property
    def party(self) -> Any:
        """The user, post, team or body that is responsible."""
        return self.user or self.post or self.team or self.body

    def history_subject(self) -> TrackedModel:
        """Read on the recommendation's history page."""
        return self.action.history_subject()
