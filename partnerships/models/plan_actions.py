"""What will be done under a plan, what is to come of it, and who leads it?

The fields are those of a district action plan (review of 2005, section 5.2), with the lead agency
and the day of commencement that the quarterly table needs (scrutiny report of 2007, section 5.2).
"""

from datetime import date
from typing import Any

from django.db import models
from django.db.models import F, Q

from govreg.core import clock
from govreg.core.access import Permission
from govreg.core.history.models import TrackedModel, TrackedQuerySet
from govreg.core.ui.addresses import address_of

from .alignment import StrategicTheme
from .organisations import Organisation
from .plans import Plan, PlanPriority


class PlanActionQuerySet(TrackedQuerySet):
    """Questions that people ask of plan actions."""

    def visible_to(self, user: Any) -> "PlanActionQuerySet":
        """Return those of the plans that a user may see, and those that they answer for."""
        from partnerships.queries.lead_agencies import led_by_own

        if user.may(Permission.VIEW_PARTNERSHIPS):
            return self.all()
        seen = user.scope_filter(Permission.VIEW_PARTNERSHIPS, field="plan__partnership__scope")
        found: PlanActionQuerySet = self.filter(seen | led_by_own(user, on=clock.today()))
        return found

    def standing(self, *, on: date) -> "PlanActionQuerySet":
        """Return those that were not withdrawn by a day."""
        found: PlanActionQuerySet = self.filter(
            Q(withdrawn_on__isnull=True) | Q(withdrawn_on__gt=on)
        )
        return found

    def reported_under(self, root: Plan) -> "PlanActionQuerySet":
        """Return those of a plan and of the plans that belong to it."""
        found: PlanActionQuerySet = self.filter(Q(plan=root.pk) | Q(plan__parent=root.pk))
        return found


class PlanAction(TrackedModel):
    """One action of a plan with its planned output or outcome; the quarterly table counts it."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="actions")
    reference = models.CharField(max_length=20)
    position = models.PositiveIntegerField("place in the plan", default=0)
    priority = models.ForeignKey(
        PlanPriority, null=True, blank=True, on_delete=models.PROTECT, related_name="actions"
    )
    theme = models.ForeignKey(
        StrategicTheme,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="plan_actions",
    )
    action = models.TextField()
    output = models.TextField("planned output or outcome", blank=True)
    measure = models.CharField("how it is measured", max_length=300, blank=True)
    unit = models.CharField(max_length=60, blank=True)
    baseline = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    target = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    lead = models.ForeignKey(
        Organisation,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="led_plan_actions",
        verbose_name="lead organisation",
    )
    start = models.DateField("starts")
    end = models.DateField("ends", null=True, blank=True)
    outcome = models.TextField("outcome for people", blank=True)
    withdrawn_on = models.DateField("withdrawn on", null=True, blank=True)
    withdrawn_because = models.CharField("why it was withdrawn", max_length=500, blank=True)

    objects = PlanActionQuerySet.as_manager()
    technical = ("reference",)

    class Meta:
        ordering = ["plan", "position", "pk"]
        indexes = [models.Index(fields=["lead", "plan"], name="plan_actions_by_lead")]
        constraints = [
            models.UniqueConstraint(fields=["plan", "reference"], name="one_reference_once_a_plan"),
            models.CheckConstraint(
                condition=Q(end=None) | Q(start__lte=F("end")),
                name="a_plan_action_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_on=None, withdrawn_because="")
                | (Q(withdrawn_on__isnull=False) & ~Q(withdrawn_because="")),
                name="a_withdrawn_plan_action_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reference}: {self.action}"

    def get_absolute_url(self) -> str:
        """Return the action's page."""
        return address_of("partnerships:plan-action", self.pk)


class PlanActionPartner(TrackedModel):
    """An organisation that acts together with the lead."""

    action = models.ForeignKey(PlanAction, on_delete=models.PROTECT, related_name="partners")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="partnered_plan_actions"
    )

    name_needs = ("organisation",)

    class Meta:
        ordering = ["organisation__name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["action", "organisation"], name="a_partner_once_a_plan_action"
            )
        ]

    def __str__(self) -> str:
        return str(self.organisation)

    def history_subject(self) -> TrackedModel:
        """Read on the action's history page."""
        return self.action


class JointOutcome(TrackedModel):
    """What changed because partners acted together, with the evidence for it.

    A partnership should be able to show which outcomes are due to it (review of 2007,
    recommendation 6).
    """

    action = models.ForeignKey(PlanAction, on_delete=models.PROTECT, related_name="joint_outcomes")
    day = models.DateField("seen on")
    changed = models.TextField("what changed")
    because = models.TextField("what the partners did together")
    evidence = models.TextField()

    class Meta:
        ordering = ["-day", "-pk"]

    def __str__(self) -> str:
        return self.changed

    def history_subject(self) -> TrackedModel:
        """Read on the action's history page."""
        return self.action
