"""Which yearly review was made of each partnership's governance, and what came of it?

Auditors ask that every partnership is reviewed regularly: its governance arrangements, its
performance against its aims and its financial health (review of 2005, recommendation 4). What the
reviews say feeds the council's annual governance statement.
"""

from typing import Any

from django.db import models
from django.db.models import F, Q

from govreg.core.access import Permission
from govreg.core.history.models import TrackedModel, TrackedQuerySet
from govreg.core.questions.models import AnswerModel, QuestionSet
from govreg.core.ui.addresses import address_of

from .particulars import Particulars
from .partnerships import Partnership
from .posts import Post


class ReviewRoundQuerySet(TrackedQuerySet):
    """Questions that people ask of the rounds."""

    def visible_to(self, user: Any) -> "ReviewRoundQuerySet":
        """Return all to those who see partnerships: a round belongs to none of them."""
        return self.all() if user.may_somewhere(Permission.VIEW_PARTNERSHIPS) else self.none()


class ReviewRound(TrackedModel):
    """The reviews of one financial year, opened for the whole council.

    All of a round answer the edition of the question set that was in force when it was opened, so
    that they can be compared.
    """

    financial_year = models.CharField("financial year", max_length=7, unique=True)
    opened_on = models.DateField("opened on")
    due_by = models.DateField("due by")
    note = models.TextField(blank=True)
    question_set = models.ForeignKey(
        QuestionSet, on_delete=models.PROTECT, related_name="+", verbose_name="what is asked"
    )

    objects = ReviewRoundQuerySet.as_manager()
    technical = ("financial_year",)

    class Meta:
        ordering = ["-financial_year"]
        constraints = [
            models.CheckConstraint(
                condition=Q(due_by__gte=F("opened_on")),
                name="a_round_of_reviews_is_due_after_it_opens",
            )
        ]

    def __str__(self) -> str:
        return f"Yearly reviews {self.financial_year}"

    def get_absolute_url(self) -> str:
        """Return the round's page."""
        return address_of("partnerships:review-round", self.pk)


class PartnershipReviewQuerySet(TrackedQuerySet):
    """Questions that people ask of yearly reviews."""

    def visible_to(self, user: Any) -> "PartnershipReviewQuerySet":
        """Return those of the partnerships that the user may see."""
        scopes = user.scope_filter(Permission.VIEW_PARTNERSHIPS, field="partnership__scope")
        found: PartnershipReviewQuerySet = self.filter(scopes)
        return found


class PartnershipReview(TrackedModel):
    """The review of one partnership in one round; once it is signed off it changes no more."""

    class State(models.TextChoices):
        """How far it has come."""

        TO_ANSWER = "to-answer", "To answer"
        ANSWERED = "answered", "Answered"
        SIGNED_OFF = "signed-off", "Signed off"

    class Rating(models.TextChoices):
        """How far the council can rely on the partnership's governance."""

        HIGH = "high", "High"
        MODERATE = "moderate", "Moderate"
        LIMITED = "limited", "Limited"
        NONE = "none", "None"

    review_round = models.ForeignKey(
        ReviewRound, on_delete=models.PROTECT, related_name="reviews", verbose_name="round"
    )
    partnership = models.ForeignKey(
        Partnership, on_delete=models.PROTECT, related_name="governance_reviews"
    )
    state = models.CharField(max_length=12, choices=State.choices, default=State.TO_ANSWER)
    reviewer = models.ForeignKey(
        Post,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="reviewer’s post",
    )
    reviewed_on = models.DateField("reviewed on", null=True, blank=True)
    rating = models.CharField("assurance rating", max_length=10, choices=Rating.choices, blank=True)
    rating_reason = models.TextField("reason for the rating", blank=True)
    significance = models.CharField(
        "significance confirmed",
        max_length=12,
        choices=Particulars.Significance.choices,
        blank=True,
    )
    signed_off_on = models.DateField("signed off on", null=True, blank=True)

    objects = PartnershipReviewQuerySet.as_manager()
    name_needs = ("review_round",)
    address_needs = ("partnership",)

    class Meta:
        ordering = ["-review_round__financial_year", "partnership__name"]
        constraints = [
            models.UniqueConstraint(
                fields=["review_round", "partnership"], name="one_review_a_partnership_and_round"
            ),
            models.CheckConstraint(
                condition=~Q(state="signed-off")
                | (Q(signed_off_on__isnull=False, reviewed_on__isnull=False) & ~Q(rating="")),
                name="signed_off_only_when_reviewed_and_rated",
            ),
        ]

    def __str__(self) -> str:
        return f"Yearly review {self.review_round.financial_year}"

    def get_absolute_url(self) -> str:
        """Return the review's page."""
        return address_of("partnerships:governance-review", self.partnership.reference, self.pk)


class ReviewAnswer(AnswerModel):
    """How one area of a partnership is judged, and what shows it.

    `known` keeps, in sentences of a line each, what the register itself knew of the area on the day
    of the signature.
    """

    review = models.ForeignKey(PartnershipReview, on_delete=models.PROTECT, related_name="answers")
    known = models.TextField("known to the register", blank=True)

    name_needs = ("question",)

    class Meta:
        ordering = ["question__position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["review", "question"], name="one_answer_a_question_of_a_review"
            )
        ]

    def __str__(self) -> str:
        return f"Answer to “{self.question.wording}”"

    def history_subject(self) -> TrackedModel:
        """Read on the review's history page."""
        return self.review


class RemedialAction(TrackedModel):
    """One thing to be mended that a review found, whose it is, and by when."""

    review = models.ForeignKey(
        PartnershipReview, on_delete=models.PROTECT, related_name="remedial_actions"
    )
    text = models.CharField("what is to be done", max_length=500)
    owner = models.ForeignKey(
        Post, on_delete=models.PROTECT, related_name="+", verbose_name="owner’s post"
    )
    due = models.DateField("to be done by")
    done_on = models.DateField("done on", null=True, blank=True)

    class Meta:
        ordering = ["due", "pk"]

    def __str__(self) -> str:
        return self.text

    def history_subject(self) -> TrackedModel:
        """Read on the review's history page."""
        return self.review
