"""Which risks does a partnership face, how were they judged, and is a register of them kept?

What a risk register says of each risk is that of the review of 2007 (section 6.4): its source, its
consequence, the controls there are, what else is to be done, and by whom.
"""

from datetime import date
from typing import Any

from django.db import models
from django.db.models import F, OuterRef, Q, Subquery

from govreg.core.access import Permission
from govreg.core.history.models import TrackedModel, TrackedQuerySet
from govreg.core.ui.addresses import address_of
from govreg.core.ui.words import long_date

from .bodies import Body
from .exemptions import ExemptParagraph
from .organisations import Organisation
from .partnerships import Partnership
from .posts import Post

MOST_POINTS = 5
WHOLE = "The partnership as a whole"


def may_read(user: Any) -> Q:
    """Return the condition under which a user may know of a risk.

    What is exempt from publication (Local Government Act 1972, Schedule 12A) is for those whose
    role says so, as at a meeting.
    """
    seen: Q = user.scope_filter(Permission.VIEW_PARTNERSHIPS, field="partnership__scope")
    exempt = user.scope_filter(Permission.VIEW_EXEMPT, field="partnership__scope")
    return seen & (Q(exempt=False) | exempt) if exempt else seen


class RiskQuerySet(TrackedQuerySet):
    """Questions that people ask of risks."""

    def visible_to(self, user: Any) -> "RiskQuerySet":
        """Return those that the user may read: also what search and the history may show."""
        found: RiskQuerySet = self.filter(may_read(user))
        return found

    def hidden_from(self, user: Any) -> "RiskQuerySet":
        """Return the exempt ones that the user may not know of."""
        read = Risk.objects.visible_to(user).order_by().values("pk")
        found: RiskQuerySet = self.filter(exempt=True).exclude(pk__in=read)
        return found

    def open(self) -> "RiskQuerySet":
        """Return those that are not closed."""
        found: RiskQuerySet = self.filter(closed_on=None)
        return found

    def overdue(self, *, on: date) -> "RiskQuerySet":
        """Return the open ones whose review was due before a day."""
        return self.open().filter(review_due__lt=on)

    def with_rating(self) -> "RiskQuerySet":
        """Return them with the figures of their last assessment, and `rating`."""
        last = RiskAssessment.objects.filter(risk=OuterRef("pk")).order_by("-day", "-pk")
        found: RiskQuerySet = self.annotate(
            rating=Subquery(last.annotate(r=F("likelihood") * F("impact")).values("r")[:1]),
            likelihood=Subquery(last.values("likelihood")[:1]),
            impact=Subquery(last.values("impact")[:1]),
            points=Subquery(last.values("points")[:1]),
            assessed_on=Subquery(last.values("day")[:1]),
        )
        return found


class Risk(TrackedModel):
    """One risk of a partnership as a whole, of one of its bodies, or of one partner in it."""

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="risks")
    body = models.ForeignKey(
        Body, null=True, blank=True, on_delete=models.PROTECT, related_name="risks"
    )
    organisation = models.ForeignKey(
        Organisation,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="partner organisation",
    )
    title = models.CharField(max_length=200)
    source = models.TextField("source of the risk", blank=True)
    consequence = models.TextField(blank=True)
    controls = models.TextField("existing controls", blank=True)
    owner = models.ForeignKey(
        Post,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="owner’s post",
    )
    review_due = models.DateField("next review due")
    exempt = models.BooleanField("exempt from publication", default=False)
    exempt_paragraph = models.CharField(
        "paragraph of Schedule 12A", max_length=1, choices=ExemptParagraph.choices, blank=True
    )
    closed_on = models.DateField("closed on", null=True, blank=True)
    closed_because = models.TextField("why it was closed", blank=True)

    objects = RiskQuerySet.as_manager()
    address_needs = ("partnership",)

    class Meta:
        ordering = ["title", "pk"]
        indexes = [models.Index(fields=["partnership", "review_due"], name="risk_by_review")]
        constraints = [
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True) ^ ~Q(closed_because=""),
                name="a_risk_is_closed_for_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(body=None) | Q(organisation=None),
                name="a_risk_is_of_a_body_or_of_a_partner",
            ),
            models.CheckConstraint(
                condition=Q(exempt=True) ^ Q(exempt_paragraph=""),
                name="an_exempt_risk_names_its_paragraph",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def whose(self) -> str:
        """Whose risk it is, by name."""
        return str(self.body or self.organisation or WHOLE)

    @property
    def is_closed(self) -> bool:
        """Whether it is no longer a risk."""
        return self.closed_on is not None

    def get_absolute_url(self) -> str:
        """Return the risk's page."""
        return address_of("partnerships:risk", self.partnership.reference, self.pk)


class RiskAssessment(TrackedModel):
    """How a risk was judged on a day, with its controls. It is not edited: the next is a new row.

    `points` is the scale of that day, so that a rating is never read on another.
    """

    risk = models.ForeignKey(Risk, on_delete=models.PROTECT, related_name="assessments")
    day = models.DateField("date")
    likelihood = models.PositiveSmallIntegerField()
    impact = models.PositiveSmallIntegerField()
    points = models.PositiveSmallIntegerField("points on the scale")
    note = models.TextField("why", blank=True)

    name_needs = ("risk",)

    class Meta:
        ordering = ["-day", "-pk"]
        indexes = [models.Index(fields=["risk", "-day"], name="assessment_of_risk_by_day")]
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    likelihood__gte=1,
                    likelihood__lte=F("points"),
                    impact__gte=1,
                    impact__lte=F("points"),
                    points__lte=MOST_POINTS,
                ),
                name="a_risk_is_judged_on_its_scale",
            )
        ]

    def __str__(self) -> str:
        return f"Assessment of “{self.risk}” on {long_date(self.day)}"

    @property
    def rating(self) -> int:
        """The residual rating: likelihood times impact, with the controls there are."""
        return self.likelihood * self.impact

    def history_subject(self) -> TrackedModel:
        """Read on the risk's history page."""
        return self.risk


class RiskAction(TrackedModel):
    """What else is to be done about a risk, by whom and by when."""

    risk = models.ForeignKey(Risk, on_delete=models.PROTECT, related_name="actions")
    text = models.TextField("action")
    owner = models.ForeignKey(
        Post,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="owner’s post",
    )
    due = models.DateField(null=True, blank=True)
    done_on = models.DateField("done on", null=True, blank=True)

    name_needs = ("risk",)

    class Meta:
        ordering = ["due", "pk"]

    def __str__(self) -> str:
        return f"Action on “{self.risk}”"

    def history_subject(self) -> TrackedModel:
        """Read on the risk's history page."""
        return self.risk


class RiskRegisterState(TrackedModel):
    """Whether a partnership, or one of its bodies, keeps a risk register, as known on a day."""

    class State(models.TextChoices):
        """What is known of the register."""

        KEPT = "kept", "Kept"
        PREPARING = "preparing", "Being prepared"
        NONE = "none", "None"
        NOT_STATED = "not-stated", "Not stated"

    partnership = models.ForeignKey(
        Partnership, on_delete=models.PROTECT, related_name="risk_register_states"
    )
    body = models.ForeignKey(
        Body, null=True, blank=True, on_delete=models.PROTECT, related_name="risk_register_states"
    )
    day = models.DateField("as at")
    state = models.CharField(max_length=12, choices=State.choices)
    review_due = models.DateField("next review due", null=True, blank=True)
    note = models.TextField(blank=True)

    name_needs = ("body", "partnership")

    class Meta:
        ordering = ["-day", "-pk"]
        indexes = [models.Index(fields=["partnership", "-day"], name="risk_register_by_day")]

    def __str__(self) -> str:
        return f"Risk register of {self.body or self.partnership} on {long_date(self.day)}"

    def history_subject(self) -> TrackedModel:
        """Read on the partnership's history page."""
        return self.partnership
