"""What did management answer, in respect of whom, and who approved it?"""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from govreg.core.history.models import TrackedModel, TrackedQuerySet

from .recommendations import Recommendation, SubjectModel


def told_outside(responses: str = "") -> Q:
    """Return what is asked of a response, reached by a path, to be told to more than its authors.

    One that waits for approval is for those who discuss it; one that replaces an approved response
    keeps the actions of that response in sight.
    """
    approved = {f"{responses}approved_on__isnull": False}
    was_approved = {f"{responses}replaces__approved_on__isnull": False}
    return Q(**approved) | Q(**was_approved)


class ResponseQuerySet(TrackedQuerySet):
    """Questions that people ask of management responses."""

    def visible_to(self, user: Any) -> "ResponseQuerySet":
        """Return those of the recommendations that the user may see."""
        visible = Recommendation.objects.visible_to(user).order_by().values("pk")
        return self.filter(recommendation__in=visible)

    def current(self) -> "ResponseQuerySet":
        """Return those that no later row replaces."""
        return self.filter(replaced_by__isnull=True)


class Response(TrackedModel):
    """One body's answer. Once approved it is not edited: a later row replaces it."""

    class Decision(models.TextChoices):
        """What management decided; the reviews of 2005 and 2007 print none."""

        ACCEPTED = "accepted", "Accepted"
        PARTLY = "partly", "Partly accepted"
        NOT_ACCEPTED = "not-accepted", "Not accepted"
        NOT_STATED = "not-stated", "Not stated"

    recommendation = models.ForeignKey(
        Recommendation, on_delete=models.PROTECT, related_name="responses"
    )
    position = models.PositiveSmallIntegerField(default=1)
    in_respect_of = models.CharField(
        "in respect of", max_length=200, blank=True, help_text="As it is printed"
    )
    decision = models.CharField(
        max_length=20, choices=Decision.choices, default=Decision.NOT_STATED
    )
    text = models.TextField("management response")
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="approved by",
    )
    approved_on = models.DateField("approved on", null=True, blank=True)
    replaced_by = models.OneToOneField(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="replaces",
        verbose_name="replaced by",
    )

    objects = ResponseQuerySet.as_manager()
    name_needs = ("recommendation",)

    class Meta:
        ordering = ["position", "pk"]
        verbose_name = "management response"
        constraints = [
            models.CheckConstraint(
                condition=Q(approved_by__isnull=True) | Q(approved_on__isnull=False),
                name="an_approved_response_has_the_day_of_approval",
            ),
        ]

    def __str__(self) -> str:
        respect = f", in respect of {self.in_respect_of}" if self.in_respect_of else ""
        return f"Response to recommendation {self.recommendation.number}{respect}"

    def history_subject(self) -> TrackedModel:
        """Read on the recommendation's history page."""
        return self.recommendation


class ResponseSubject(SubjectModel):
    """A response is given in respect of a partnership or one of its bodies."""

    response = models.ForeignKey(Response, on_delete=models.PROTECT, related_name="subjects")

    class Meta(SubjectModel.Meta):
        ordering = ["pk"]
        verbose_name = "body or partnership the response covers"
        verbose_name_plural = "bodies and partnerships the responses cover"

    def history_subject(self) -> TrackedModel:
        """Read on the recommendation's history page."""
        return self.response.recommendation
