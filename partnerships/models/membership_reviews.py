"""When was a partnership's membership last reviewed, and when is it due again?

Auditors ask that it is reviewed at regular intervals (review of 2005, recommendation 2).
"""

from typing import Any

from django.db import models
from django.db.models import F, Q

from govreg.core.access import Permission
from govreg.core.history.models import TrackedModel, TrackedQuerySet

from .partnerships import Partnership


class MembershipReviewQuerySet(TrackedQuerySet):
    """Questions that people ask of reviews of membership."""

    def visible_to(self, user: Any) -> "MembershipReviewQuerySet":
        """Return those of the partnerships that the user may see."""
        scopes = user.scope_filter(Permission.VIEW_PARTNERSHIPS, field="partnership__scope")
        return self.filter(scopes)


class MembershipReview(TrackedModel):
    """One review of who sits on a partnership. It is not edited: the next one is a new row."""

    partnership = models.ForeignKey(
        Partnership, on_delete=models.PROTECT, related_name="membership_reviews"
    )
    reviewed_on = models.DateField("reviewed on")
    by_whom = models.CharField(
        "reviewed by", max_length=200, help_text="The meeting or the post, not a name"
    )
    outcome = models.TextField("what came of it")
    next_due = models.DateField("next review due", null=True, blank=True)

    objects = MembershipReviewQuerySet.as_manager()
    name_needs = ("partnership",)

    class Meta:
        ordering = ["-reviewed_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(next_due__isnull=True) | Q(next_due__gt=F("reviewed_on")),
                name="the_next_review_of_membership_is_later",
            )
        ]

    def __str__(self) -> str:
        return f"Review of the membership on {self.reviewed_on:%-d %B %Y}"

    def history_subject(self) -> TrackedModel:
        """Read on the partnership's history page."""
        return self.partnership
