"""To whom does a partnership formally report, how often, and when did it?

Officers and Members who sit on a partnership are no reporting line: each partnership should have a
route by which it reports to the Council (review of 2005, recommendation 9).
"""

from typing import Any

from django.db import models
from django.db.models import Q

from govreg.core.access import Permission
from govreg.core.history.models import TrackedModel
from govreg.core.ui.addresses import address_of
from govreg.core.ui.words import long_date

from .bodies import Body
from .organisations import Organisation
from .partnerships import Partnership
from .periods import DatedModel, DatedQuerySet

#: What a line may lead to; exactly one of them is given.
RECIPIENTS = ("to_body", "to_partnership", "to_organisation", "to_words")


def _only(recipient: str) -> Q:
    """Return the condition that one recipient is given and no other."""
    condition = Q()
    for name in RECIPIENTS:
        missing = Q(to_words="") if name == "to_words" else Q(**{f"{name}__isnull": True})
        condition &= ~missing if name == recipient else missing
    return condition


class ReportingLineQuerySet(DatedQuerySet):
    """Questions that people ask of reporting lines."""

    def visible_to(self, user: Any) -> "ReportingLineQuerySet":
        """Return those of the partnerships that the user may see."""
        scopes = user.scope_filter(Permission.VIEW_PARTNERSHIPS, field="partnership__scope")
        found: ReportingLineQuerySet = self.filter(scopes)
        return found

    def with_ends(self) -> "ReportingLineQuerySet":
        """Fetch with them all that their two ends are called by."""
        found: ReportingLineQuerySet = self.select_related("partnership", *ReportingLine.name_needs)
        return found


class ReportingLine(DatedModel):
    """A formal link from a partnership, or one of its bodies, to whom it reports."""

    partnership = models.ForeignKey(
        Partnership, on_delete=models.PROTECT, related_name="formal_lines"
    )
    body = models.ForeignKey(
        Body, null=True, blank=True, on_delete=models.PROTECT, related_name="formal_lines"
    )
    to_body = models.ForeignKey(
        Body,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="formal_lines_received",
        verbose_name="to a body",
    )
    to_partnership = models.ForeignKey(
        Partnership,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="formal_lines_received",
        verbose_name="to a partnership",
    )
    to_organisation = models.ForeignKey(
        Organisation,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="to an organisation",
    )
    to_words = models.CharField("to others, in words", max_length=200, blank=True)
    mechanism = models.CharField(max_length=300)
    frequency_months = models.PositiveSmallIntegerField("every how many months", null=True)
    #: Kept with the line, so that a list can be ordered by it; see `rules/reporting.py`.
    next_due = models.DateField("next report due", null=True, editable=False)

    objects = ReportingLineQuerySet.as_manager()
    name_needs = ("body", "to_body__partnership", "to_partnership", "to_organisation")
    address_needs = ("partnership",)

    class Meta(DatedModel.Meta):
        ordering = ["pk"]
        verbose_name = "formal reporting line"
        indexes = [models.Index(fields=["next_due"], name="reporting_line_by_due")]
        constraints = [
            *DatedModel.Meta.constraints,
            models.CheckConstraint(
                condition=_only("to_body")
                | _only("to_partnership")
                | _only("to_organisation")
                | _only("to_words"),
                name="a_reporting_line_has_one_recipient",
            ),
        ]

    def __str__(self) -> str:
        return f"Reports to {self.recipient}"

    @property
    def recipient(self) -> str:
        """Whom it leads to, by name; a body of another partnership with that one's name."""
        if self.to_body and self.to_body.partnership_id != self.partnership_id:
            return f"{self.to_body}, {self.to_body.partnership}"
        given = (getattr(self, name) for name in RECIPIENTS)
        return next((str(one) for one in given if one), "")

    @property
    def sender(self) -> str:
        """Who reports, by name."""
        return str(self.body) if self.body else "The partnership"

    def get_absolute_url(self) -> str:
        """Return the line's page."""
        return address_of("partnerships:reporting-line", self.partnership.reference, self.pk)

    def history_subject(self) -> TrackedModel:
        """Read on the partnership's history page."""
        return self.partnership


class ReportMade(TrackedModel):
    """One report made by a reporting line. It is not edited: what was said was said."""

    line = models.ForeignKey(ReportingLine, on_delete=models.PROTECT, related_name="reports")
    day = models.DateField("date")
    what = models.CharField("what was reported", max_length=500)
    minute_reference = models.CharField("minute reference", max_length=200, blank=True)

    class Meta:
        ordering = ["-day", "-pk"]
        verbose_name = "report made"
        verbose_name_plural = "reports made"
        indexes = [models.Index(fields=["line", "-day"], name="report_of_line_by_day")]

    def __str__(self) -> str:
        return f"Report of {long_date(self.day)}"

    def history_subject(self) -> TrackedModel:
        """Read on the partnership's history page."""
        return self.line.partnership
