"""Which files belong to an entry of a partnership's engagement log, and who may read each?"""

from typing import Any

from django.db import models
from django.db.models import Q

from govreg.core.access import Permission
from govreg.core.files.models import StoredFile
from govreg.core.history.models import TrackedModel, TrackedQuerySet

from .engagement import Engagement
from .exemptions import ExemptParagraph


def _may_read(user: Any) -> Q:
    """Return the condition under which a user may read a file.

    What is exempt from publication (Local Government Act 1972, Schedule 12A) is for those whose
    role says so: answers to a consultation may reveal who somebody is.
    """
    scope = "of__partnership__scope"
    exempt = user.scope_filter(Permission.VIEW_EXEMPT, field=scope)
    seen: Q = user.scope_filter(Permission.VIEW_PARTNERSHIPS, field=scope)
    return seen & (Q(exempt=False) | exempt) if exempt else seen


class EngagementFileQuerySet(TrackedQuerySet):
    """Questions that people ask of the files."""

    def visible_to(self, user: Any) -> "EngagementFileQuerySet":
        """Return those that the user may read, exempt ones only where their role says so."""
        found: EngagementFileQuerySet = self.filter(_may_read(user))
        return found

    def handed_out_to(self, user: Any) -> "EngagementFileQuerySet":
        """Return those that the user may open: a withdrawn one only whoever keeps the log, and
        those who may read what is exempt, such as an auditor.
        """
        scope = "of__partnership__scope"
        few = (Permission.KEEP_PARTNERSHIPS, Permission.VIEW_EXEMPT)
        kept, exempt = (user.scope_filter(one, field=scope) for one in few)
        found: EngagementFileQuerySet = self.visible_to(user)
        if kept and exempt:  # neither is theirs wherever it is
            found = found.filter(Q(withdrawn_on=None) | kept | exempt)
        return found

    def hidden_from(self, user: Any) -> "EngagementFileQuerySet":
        """Return the exempt files that the user may not read, nor know the names of."""
        read = EngagementFile.objects.filter(_may_read(user)).order_by().values("pk")
        found: EngagementFileQuerySet = self.filter(exempt=True).exclude(pk__in=read)
        return found


class EngagementFile(TrackedModel):
    """One file: a questionnaire, its results, a report. A mended one stands beside it.

    One that was attached in error is withdrawn: its name and the reason stay to be read, its bytes
    are kept as those of every file are, and it is opened by few.
    """

    of = models.ForeignKey(Engagement, on_delete=models.PROTECT, related_name="files")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    added_on = models.DateField("added on")
    exempt = models.BooleanField("exempt from publication", default=False)
    exempt_paragraph = models.CharField(
        "paragraph of Schedule 12A", max_length=1, choices=ExemptParagraph.choices, blank=True
    )
    withdrawn_on = models.DateField("withdrawn on", null=True, blank=True)
    withdrawn_because = models.CharField("why it was withdrawn", max_length=500, blank=True)

    objects = EngagementFileQuerySet.as_manager()
    name_needs = ("file",)
    address_needs = ("of__partnership",)

    class Meta:
        ordering = ["pk"]
        verbose_name = "file of an engagement"
        verbose_name_plural = "files of engagements"
        constraints = [
            models.CheckConstraint(
                condition=Q(exempt=True) ^ Q(exempt_paragraph=""),
                name="an_exempt_engagement_file_names_its_paragraph",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_on__isnull=True) ^ ~Q(withdrawn_because=""),
                name="an_engagement_file_is_withdrawn_for_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return str(self.file)

    def get_absolute_url(self) -> str:
        """Return the page of the entry that the file belongs to."""
        return self.of.get_absolute_url()

    def history_subject(self) -> TrackedModel:
        """Read on the entry's history page."""
        return self.of
