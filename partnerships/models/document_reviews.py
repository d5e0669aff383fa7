"""When was a governance document last reviewed, and when is it due again?"""

from typing import Any

from django.db import models
from django.db.models import F, Q

from govreg.core.access import Permission
from govreg.core.history.models import TrackedModel, TrackedQuerySet

from .documents import GovernanceDocument


class DocumentReviewQuerySet(TrackedQuerySet):
    """Questions that people ask of reviews of documents."""

    def visible_to(self, user: Any) -> "DocumentReviewQuerySet":
        """Return those of the documents that the user may see."""
        scope = "document__partnership__scope"
        found: DocumentReviewQuerySet = self.filter(
            user.scope_filter(Permission.VIEW_PARTNERSHIPS, field=scope)
        )
        return found


class DocumentReview(TrackedModel):
    """One review of a document. It is not edited: the next one is a new row."""

    document = models.ForeignKey(
        GovernanceDocument, on_delete=models.PROTECT, related_name="reviews"
    )
    reviewed_on = models.DateField("reviewed on")
    by_whom = models.CharField(
        "reviewed by", max_length=200, help_text="The meeting or the post, not a name"
    )
    outcome = models.TextField("what came of it")
    next_due = models.DateField("next review due", null=True, blank=True)

    objects = DocumentReviewQuerySet.as_manager()
    name_needs = ("document",)

    class Meta:
        ordering = ["-reviewed_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(next_due__isnull=True) | Q(next_due__gt=F("reviewed_on")),
                name="the_next_review_of_a_document_is_later",
            )
        ]

    def __str__(self) -> str:
        return f"Review of the document on {self.reviewed_on:%-d %B %Y}"

    def history_subject(self) -> TrackedModel:
        """Read on the document's history page."""
        return self.document
