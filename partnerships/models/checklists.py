"""What was answered to a checklist or an assessment, of a partnership or of one document?"""

from typing import Any

from django.db import models
from django.db.models import Q

from govreg.core.access import Permission
from govreg.core.history.models import TrackedModel, TrackedQuerySet
from govreg.core.questions.models import AnswerModel, QuestionSet
from govreg.core.ui.addresses import address_of

from .documents import GovernanceDocument
from .funding import FundingArrangement
from .partnerships import Partnership


class ChecklistQuerySet(TrackedQuerySet):
    """Questions that people ask of checklists."""

    def visible_to(self, user: Any) -> "ChecklistQuerySet":
        """Return those of the partnerships that the user may see."""
        scopes = user.scope_filter(Permission.VIEW_PARTNERSHIPS, field="partnership__scope")
        return self.filter(scopes)


class Checklist(TrackedModel):
    """The answers to one edition of a question set: of a partnership, document or funding."""

    partnership = models.ForeignKey(
        Partnership, on_delete=models.PROTECT, related_name="checklists"
    )
    document = models.ForeignKey(
        GovernanceDocument,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="checklists",
    )
    funding = models.ForeignKey(
        FundingArrangement,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="checklists",
        verbose_name="funding arrangement",
    )
    question_set = models.ForeignKey(QuestionSet, on_delete=models.PROTECT, related_name="+")
    answered_on = models.DateField("as things stood on")
    note = models.TextField(blank=True)

    objects = ChecklistQuerySet.as_manager()
    name_needs = ("question_set",)

    class Meta:
        ordering = ["question_set__title", "-question_set__edition"]
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "question_set"],
                condition=Q(document=None, funding=None),
                name="one_checklist_of_an_edition_a_partnership",
            ),
            models.UniqueConstraint(
                fields=["document", "question_set"],
                condition=Q(document__isnull=False),
                name="one_checklist_of_an_edition_a_document",
            ),
            models.UniqueConstraint(
                fields=["funding", "question_set"],
                condition=Q(funding__isnull=False),
                name="one_checklist_of_an_edition_an_arrangement",
            ),
            models.CheckConstraint(
                condition=Q(document=None) | Q(funding=None),
                name="a_checklist_is_of_one_thing",
            ),
        ]

    def __str__(self) -> str:
        return f"Checklist “{self.question_set.title}”"

    def get_absolute_url(self) -> str:
        """Return the page of the answers."""
        if self.document_id:
            return address_of(
                "partnerships:document-checklist",
                self.partnership.reference,
                self.document_id,
                self.question_set.code,
            )
        if self.funding_id:
            return address_of(
                "partnerships:funding-checklist",
                self.partnership.reference,
                self.funding_id,
                self.question_set.code,
            )
        return address_of(
            "partnerships:checklist", self.partnership.reference, self.question_set.code
        )

    def history_subject(self) -> TrackedModel:
        """Read on the history page of the document, or else of the partnership."""
        return self.document or self.partnership


class ChecklistAnswer(AnswerModel):
    """The answer to one question of a checklist."""

    checklist = models.ForeignKey(Checklist, on_delete=models.PROTECT, related_name="answers")

    name_needs = ("question",)

    class Meta:
        ordering = ["question__position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["checklist", "question"], name="one_answer_a_question_of_a_checklist"
            )
        ]

    def __str__(self) -> str:
        return f"Answer to “{self.question.wording}”"

    def history_subject(self) -> TrackedModel:
        """Read where the checklist is."""
        return self.checklist.history_subject()
