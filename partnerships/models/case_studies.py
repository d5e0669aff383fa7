"""What was done under a plan, what changed for whom, and how is that known?

A scrutiny committee reads the quarterly table beside examples of what the plans do on the ground,
one from each district (scrutiny report of 2007, section 5.3). A case study tells what happened once
in one place; what others can take over from it is good practice, which it may name.
"""

from typing import Any

from django.db import models
from django.db.models import F, Q

from govreg.core.access import Permission
from govreg.core.history.models import TrackedModel, TrackedQuerySet
from govreg.core.ui.addresses import address_of
from govreg.core.ui.words import long_date

from .good_practice import GoodPractice
from .organisations import Organisation
from .partnerships import Partnership
from .plan_actions import PlanAction
from .plans import Plan


class CaseStudyQuerySet(TrackedQuerySet):
    """Questions that people ask of case studies."""

    def visible_to(self, user: Any) -> "CaseStudyQuerySet":
        """Return those of the partnerships that the user may see."""
        scopes = user.scope_filter(Permission.VIEW_PARTNERSHIPS, field="partnership__scope")
        found: CaseStudyQuerySet = self.filter(scopes)
        return found

    def standing(self) -> "CaseStudyQuerySet":
        """Return those that were not withdrawn."""
        found: CaseStudyQuerySet = self.filter(withdrawn_because="")
        return found


class CaseStudy(TrackedModel):
    """One example of what a partnership did, with the evidence for what changed.

    Groups are named, never private individuals.
    """

    partnership = models.ForeignKey(
        Partnership, on_delete=models.PROTECT, related_name="case_studies"
    )
    plan = models.ForeignKey(
        Plan, null=True, blank=True, on_delete=models.PROTECT, related_name="case_studies"
    )
    action = models.ForeignKey(
        PlanAction,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="case_studies",
        verbose_name="action of the plan",
    )
    title = models.CharField(max_length=200)
    start = models.DateField("from")
    end = models.DateField("to", null=True, blank=True)
    done = models.TextField("what was done")
    for_whom = models.CharField("for whom it changed", max_length=300)
    changed = models.TextField("what changed")
    evidence = models.TextField("evidence", blank=True)
    practice = models.ForeignKey(
        GoodPractice,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="case_studies",
        verbose_name="good practice that others can take from it",
    )
    is_demonstration = models.BooleanField("invented, for a demonstration", default=False)
    withdrawn_because = models.CharField("why it was withdrawn", max_length=500, blank=True)

    objects = CaseStudyQuerySet.as_manager()

    class Meta:
        ordering = ["-start", "title", "pk"]
        verbose_name_plural = "case studies"
        indexes = [models.Index(fields=["plan", "-start"], name="case_studies_by_plan")]
        constraints = [
            models.CheckConstraint(
                condition=Q(end=None) | Q(start__lte=F("end")),
                name="a_case_study_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=Q(action=None) | Q(plan__isnull=False),
                name="a_case_study_of_an_action_names_its_plan",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def period(self) -> str:
        """From when to when it was, in words."""
        until = f"to {long_date(self.end)}" if self.end else "and still going on"
        return f"{long_date(self.start)} {until}"

    @property
    def is_withdrawn(self) -> bool:
        """Whether it was entered in error and stands only for the record."""
        return bool(self.withdrawn_because)

    def get_absolute_url(self) -> str:
        """Return the case study's page."""
        return address_of("partnerships:case-study", self.pk)


class CaseStudyPartner(TrackedModel):
    """An organisation that took part in what a case study tells."""

    case_study = models.ForeignKey(CaseStudy, on_delete=models.PROTECT, related_name="partners")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="case_studies"
    )

    name_needs = ("organisation",)

    class Meta:
        ordering = ["organisation__name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["case_study", "organisation"], name="a_partner_once_a_case_study"
            )
        ]

    def __str__(self) -> str:
        return str(self.organisation)

    def history_subject(self) -> TrackedModel:
        """Read on the case study's history page."""
        return self.case_study
