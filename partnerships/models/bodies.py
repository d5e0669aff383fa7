"""Through which boards, groups and components does a partnership work?"""

from typing import Any

from django.db import models
from django.db.models import F, Q

from govreg.core.access import Permission
from govreg.core.history.models import TrackedModel, TrackedQuerySet
from govreg.core.ui.addresses import address_of

from .partnerships import Partnership
from .periods import DatedModel, DatedQuerySet


class BodyQuerySet(DatedQuerySet):
    """Questions that people ask of bodies."""

    def visible_to(self, user: Any) -> "BodyQuerySet":
        """Return those of the partnerships that the user may see."""
        scopes = user.scope_filter(Permission.VIEW_PARTNERSHIPS, field="partnership__scope")
        found: BodyQuerySet = self.filter(scopes)
        return found


class Body(DatedModel):
    """A board, group or component of a partnership, under its local name and a common kind."""

    class Kind(models.TextChoices):
        """The common kind behind the many local names."""

        BOARD = "board", "Board"
        EXECUTIVE = "executive", "Executive"
        CORE = "core", "Core or support group"
        THEME = "theme", "Theme group"
        COMPONENT = "component", "Component"
        WORKING_GROUP = "working-group", "Working group"
        FORUM = "forum", "Forum"
        UNIT = "unit", "Officer unit"
        LOCALITY = "locality", "Locality arrangement"
        OTHER = "other", "Other"

    class Layer(models.TextChoices):
        """The three layers of governance of the national study of 2009."""

        STRATEGIC = "strategic", "Strategic"
        EXECUTIVE = "executive", "Executive"
        OPERATIONAL = "operational", "Operational"

    class GoverningDocument(models.TextChoices):
        """What the body works under."""

        TERMS_OF_REFERENCE = "terms-of-reference", "Terms of reference"
        CONSTITUTION = "constitution", "Constitution"

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="bodies")
    name = models.CharField(max_length=200)
    local_term = models.CharField("what it is called locally", max_length=120, blank=True)
    kind = models.CharField(max_length=20, choices=Kind.choices)
    layer = models.CharField(max_length=20, choices=Layer.choices, blank=True)
    parent = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="components",
        verbose_name="part of",
    )
    meetings = models.CharField("frequency of meetings", max_length=200, blank=True)
    meetings_a_year = models.PositiveSmallIntegerField("meetings a year", null=True, blank=True)
    chair_selection = models.CharField("how the chair is chosen", max_length=300, blank=True)
    composition = models.CharField(max_length=300, blank=True)
    function = models.TextField(blank=True)
    governing_document = models.CharField(
        "governing document", max_length=24, choices=GoverningDocument.choices, blank=True
    )
    position = models.PositiveSmallIntegerField(default=0)

    objects = BodyQuerySet.as_manager()
    name_needs = ("partnership",)
    address_needs = ("partnership",)

    class Meta(DatedModel.Meta):
        ordering = ["position", "name", "pk"]
        verbose_name_plural = "bodies"
        constraints = [
            *DatedModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["partnership", "name"], name="one_body_a_name_in_a_partnership"
            ),
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | ~Q(parent=F("id")),
                name="a_body_is_not_its_own_parent",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Return the body's page."""
        return address_of("partnerships:body", self.partnership.reference, self.pk)


class BodyReportsTo(TrackedModel):
    """One body reports to another; a theme group may report to two."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="reporting_lines")
    to = models.ForeignKey(
        Body, on_delete=models.PROTECT, related_name="reports_received", verbose_name="reports to"
    )

    objects = TrackedQuerySet.as_manager()
    name_needs = ("body", "to")

    class Meta:
        ordering = ["pk"]
        verbose_name = "reporting line"
        constraints = [
            models.UniqueConstraint(fields=["body", "to"], name="one_reporting_line_once"),
            models.CheckConstraint(
                condition=~Q(body=F("to")), name="a_body_does_not_report_to_itself"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.body} reports to {self.to}"

    def history_subject(self) -> TrackedModel:
        """Read on the body's history page."""
        return self.body
