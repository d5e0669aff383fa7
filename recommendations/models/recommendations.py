"""Which recommendations did a review make, to whom, and in respect of what?"""

from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils.functional import cached_property

from govreg.core import clock
from govreg.core.access import Permission
from govreg.core.history.models import TrackedModel, TrackedQuerySet
from govreg.core.ui.addresses import address_of
from partnerships.models import Body, Partnership
from reviews.models import Review, ReviewPriority, Section


class RecommendationQuerySet(TrackedQuerySet):
    """Questions that people ask of recommendations."""

    def visible_to(self, user: Any) -> "RecommendationQuerySet":
        """Return those of the reviews a user may see, and those with an action they own."""
        from recommendations.queries.ownership import owned_actions

        if user.may(Permission.WRITE_REVIEWS):
            return self.all()
        reviews = Review.objects.visible_to(user).order_by().values("pk")
        if user.may(Permission.VIEW_DISCUSSED_REVIEWS) or user.may(Permission.VIEW_ISSUED_REVIEWS):
            # An action is owned from the issue of its review on, and those are seen anyway.
            return self.filter(review__in=reviews)
        owned = owned_actions(user, on=clock.today()).values("response__recommendation_id")
        return self.filter(Q(review__in=reviews) | Q(pk__in=owned))

    def issued(self) -> "RecommendationQuerySet":
        """Return those of issued reviews."""
        return self.filter(review__in=Review.objects.issued().order_by().values("pk"))


class Recommendation(TrackedModel):
    """One numbered recommendation. Its state is derived from its agreed actions."""

    class Ending(models.TextChoices):
        """How a recommendation can end other than by its actions."""

        SUPERSEDED = "superseded", "Superseded"
        WITHDRAWN = "withdrawn", "Withdrawn"

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    number = models.CharField(max_length=20)
    position = models.PositiveSmallIntegerField()
    wording = models.TextField()
    priority = models.ForeignKey(ReviewPriority, on_delete=models.PROTECT, related_name="+")
    section = models.ForeignKey(Section, on_delete=models.PROTECT, related_name="+")
    addressee = models.CharField(max_length=300, blank=True)
    ended_as = models.CharField("ended as", max_length=20, choices=Ending.choices, blank=True)
    ended_on = models.DateField("ended on", null=True, blank=True)
    ended_because = models.TextField("ended because", blank=True)
    superseded_by = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = RecommendationQuerySet.as_manager()
    name_needs = ("review",)
    address_needs = ("review",)

    class Meta:
        ordering = ["review", "position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["review", "number"], name="one_recommendation_a_number"
            ),
            models.CheckConstraint(
                condition=Q(ended_as="") | (Q(ended_on__isnull=False) & ~Q(ended_because="")),
                name="an_ended_recommendation_says_when_and_why",
            ),
            models.CheckConstraint(
                condition=~Q(ended_as="superseded") | Q(superseded_by__isnull=False),
                name="a_superseded_recommendation_names_its_successor",
            ),
            models.CheckConstraint(
                condition=Q(superseded_by__isnull=True) | ~Q(superseded_by=F("id")),
                name="a_recommendation_does_not_supersede_itself",
            ),
        ]

    def __str__(self) -> str:
        return f"Recommendation {self.number} of {self.review}"

    def get_absolute_url(self) -> str:
        """Return the recommendation's page."""
        return address_of("recommendations:recommendation", self.review.reference, self.number)

    @cached_property
    def scope_ids(self) -> list[int]:
        """The keys of the scopes that the recommendation concerns, looked up once.

        Where it names nobody, those of the review's partnerships.
        """
        rows = self.subjects.select_related("partnership", "body__partnership")
        named = [row.partnership or (row.body and row.body.partnership) for row in rows]
        found = {partnership.scope_id for partnership in named if partnership}
        return sorted(found) or list(self.review.scope_ids)


class SubjectModel(TrackedModel):
    """A partnership or a body that something is in respect of: exactly one of the two."""

    partnership = models.ForeignKey(
        Partnership, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    body = models.ForeignKey(
        Body, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    name_needs = ("partnership", "body")

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(partnership__isnull=False, body__isnull=True)
                | Q(partnership__isnull=True, body__isnull=False),
                name="%(class)s_names_a_partnership_or_a_body",
            ),
        ]

    def __str__(self) -> str:
        return str(self.partnership or self.body)


class RecommendationSubject(SubjectModel):
    """A recommendation concerns a partnership or one of its bodies."""

    recommendation = models.ForeignKey(
        Recommendation, on_delete=models.PROTECT, related_name="subjects"
    )

    class Meta(SubjectModel.Meta):
        ordering = ["pk"]
        verbose_name = "body or partnership concerned"
        verbose_name_plural = "bodies and partnerships concerned"

    def history_subject(self) -> TrackedModel:
        """Read on the recommendation's history page."""
        return self.recommendation


class CrossReference(TrackedModel):
    """A recommendation, or its response, refers to another recommendation."""

    recommendation = models.ForeignKey(
        Recommendation, on_delete=models.PROTECT, related_name="cross_references"
    )
    to = models.ForeignKey(Recommendation, on_delete=models.PROTECT, related_name="+")

    name_needs = ("to__review",)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["recommendation", "to"], name="one_cross_reference_once"
            ),
            models.CheckConstraint(
                condition=~Q(recommendation=F("to")),
                name="a_recommendation_does_not_refer_to_itself",
            ),
        ]

    def __str__(self) -> str:
        return f"See also {self.to}"

    def history_subject(self) -> TrackedModel:
        """Read on the recommendation's history page."""
        return self.recommendation
