"""What is asked, in which edition, from which day on?"""

from typing import Any

from django.db import models
from django.urls import reverse

from govreg.core.access.permissions import Permission
from govreg.core.history.models import TrackedModel, TrackedQuerySet

from .scales import VERDICTS, Scale


class QuestionSetQuerySet(TrackedQuerySet):
    """Questions that people ask of question sets."""

    def visible_to(self, user: Any) -> "QuestionSetQuerySet":
        """Return all of them to those who keep them."""
        return self.all() if user.may(Permission.ADMINISTER_REFERENCE) else self.none()


class QuestionSet(TrackedModel):
    """One edition of a set. An older one is kept: what was answered under it stands under it."""

    code = models.SlugField(max_length=40)
    edition = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=120)
    basis = models.TextField("what it rests on", blank=True)
    scale = models.CharField("what it asks for", max_length=12, choices=Scale.choices)
    start = models.DateField("in force from", null=True, blank=True)

    objects = QuestionSetQuerySet.as_manager()
    technical = ("code",)

    class Meta:
        ordering = ["title", "-edition"]
        constraints = [
            models.UniqueConstraint(
                fields=["code", "edition"], name="one_edition_of_a_question_set_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.title}, edition {self.edition}"

    def get_absolute_url(self) -> str:
        """Return the page on which the sets are kept."""
        return reverse("administration:question-set", args=[self.code])


class Question(TrackedModel):
    """One question of an edition."""

    question_set = models.ForeignKey(
        QuestionSet, on_delete=models.PROTECT, related_name="questions"
    )
    key = models.SlugField(max_length=40)
    position = models.PositiveSmallIntegerField()
    wording = models.CharField(max_length=300)
    hint = models.CharField(max_length=500, blank=True)

    technical = ("key",)
    name_needs = ("question_set",)

    class Meta:
        ordering = ["question_set", "position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["question_set", "key"], name="one_key_once_a_question_set"
            )
        ]

    def __str__(self) -> str:
        return self.wording

    def history_subject(self) -> TrackedModel:
        """Read on the set's history page."""
        return self.question_set


class AnswerModel(TrackedModel):
    """The answer to one question; a register says on which sheet of its own it stands."""

    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="+")
    verdict = models.CharField("answer", max_length=16, choices=VERDICTS, blank=True)
    text = models.TextField("in words", blank=True)
    evidence = models.CharField(
        max_length=300, blank=True, help_text="The document and the place in it"
    )

    class Meta:
        abstract = True
