"""Which partner hosts a shared priority, and how far is that agreed?"""

from typing import Any

from django.db import models
from django.db.models import F, Q

from govreg.core.access import Permission
from govreg.core.history.models import TrackedModel, TrackedQuerySet
from govreg.core.ui.addresses import address_of

from .bodies import Body
from .organisations import Organisation
from .partnerships import Partnership


class HostingQuerySet(TrackedQuerySet):
    """Questions that people ask of hosting agreements."""

    def visible_to(self, user: Any) -> "HostingQuerySet":
        """Return those of the partnerships that the user may see."""
        scopes = user.scope_filter(Permission.VIEW_PARTNERSHIPS, field="partnership__scope")
        found: HostingQuerySet = self.filter(scopes)
        return found


class HostingAgreement(TrackedModel):
    """One partner's agreement to lead on a priority to which several contribute."""

    class State(models.TextChoices):
        """How far it has come; none is skipped."""

        DRAFT = "draft", "Draft"
        ASSESSED = "assessed", "Risk assessed"
        SIGNED_BY_ONE = "signed-by-one", "Signed by one"
        SIGNED_BY_BOTH = "signed-by-both", "Signed by both"
        IN_FORCE = "in-force", "In force"
        ENDED = "ended", "Ended"

    class Done(models.TextChoices):
        """Whether a duty of the host is met."""

        YES = "yes", "Yes"
        PARTLY = "partly", "Partly"
        NO = "no", "No"

    partnership = models.ForeignKey(
        Partnership, on_delete=models.PROTECT, related_name="hosting_agreements"
    )
    priority = models.CharField(max_length=200)
    host = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="+", verbose_name="lead body"
    )
    monitored_by = models.ForeignKey(
        Body,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="monitored by",
    )
    supporters_in_words = models.CharField(
        "other services that support it", max_length=300, blank=True
    )
    note = models.TextField(blank=True)
    state = models.CharField(max_length=16, choices=State.choices, default=State.DRAFT)
    risk_assessment = models.TextField("risk assessment", blank=True)
    assessed_on = models.DateField("risks assessed on", null=True, blank=True)
    lead_signed_on = models.DateField("signed for the lead body on", null=True, blank=True)
    lead_signed_by = models.CharField("signed for the lead body by", max_length=200, blank=True)
    director_signed_on = models.DateField("signed for commissioning on", null=True, blank=True)
    director_signed_by = models.CharField("signed for commissioning by", max_length=200, blank=True)
    start = models.DateField("in force from", null=True, blank=True)
    ended_on = models.DateField("ended on", null=True, blank=True)
    ended_because = models.TextField("why it ended", blank=True)
    strategy = models.CharField(
        "appended to the host’s own strategy", max_length=8, choices=Done.choices, blank=True
    )
    strategy_evidence = models.CharField("evidence of that", max_length=300, blank=True)
    risk_register = models.CharField(
        "in the host’s own risk register", max_length=8, choices=Done.choices, blank=True
    )
    risk_register_evidence = models.CharField("evidence of it", max_length=300, blank=True)
    action_plan = models.CharField(
        "action plan produced", max_length=8, choices=Done.choices, blank=True
    )
    action_plan_evidence = models.CharField("evidence of the plan", max_length=300, blank=True)

    objects = HostingQuerySet.as_manager()
    address_needs = ("partnership",)

    class Meta:
        ordering = ["priority", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="in-force")
                | (
                    Q(assessed_on__isnull=False)
                    & Q(lead_signed_on__isnull=False)
                    & Q(director_signed_on__isnull=False)
                    & Q(start__isnull=False)
                ),
                name="in_force_only_assessed_and_signed_by_both",
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(start=None) | Q(ended_on__gte=F("start")),
                name="a_hosting_agreement_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return f"Hosting of “{self.priority}”"

    def get_absolute_url(self) -> str:
        """Return the agreement's page."""
        return address_of("partnerships:hosting", self.partnership.reference, self.pk)


class HostingSupport(TrackedModel):
    """One body or organisation that supports the host."""

    agreement = models.ForeignKey(
        HostingAgreement, on_delete=models.PROTECT, related_name="supporters"
    )
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")

    name_needs = ("organisation",)

    class Meta:
        ordering = ["organisation__name"]
        constraints = [
            models.UniqueConstraint(
                fields=["agreement", "organisation"], name="one_supporter_once_an_agreement"
            )
        ]

    def __str__(self) -> str:
        return str(self.organisation)

    def history_subject(self) -> TrackedModel:
        """Read on the agreement's history page."""
        return self.agreement
