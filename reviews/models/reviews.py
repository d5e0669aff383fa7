"""Which reviews are there, of which partnerships, and how far is each?"""

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.functional import cached_property

from govreg.core.access import Permission
from govreg.core.history.models import TrackedModel, TrackedQuerySet
from govreg.core.ui.addresses import address_of
from partnerships.models import Organisation, Partnership


class ReviewQuerySet(TrackedQuerySet):
    """Questions that people ask of reviews."""

    def visible_to(self, user: Any) -> "ReviewQuerySet":
        """Return what a user may see: an auditor every state, officers from discussion on.

        A review concerns the partnerships that it names; a person with a scope sees the reviews
        that concern a partnership of theirs.
        """
        if user.may(Permission.WRITE_REVIEWS):
            return self.all()
        visible = Q(pk__in=[])
        for permission, statuses in STAGES:
            if user.may(permission):
                return self.filter(visible | Q(status__in=statuses))
            if user.may_somewhere(permission):
                visible |= Q(status__in=statuses) & _concerning(user, permission)
        return self.filter(visible)

    def issued(self) -> "ReviewQuerySet":
        """Return those whose wording is locked."""
        return self.filter(status__in=[Review.Status.ISSUED, Review.Status.CLOSED])


#: Who may read a review at which stage, those who may read it earliest first: whoever may do so
#: for every partnership needs no later look.
STAGES = (
    (Permission.WRITE_REVIEWS, ("draft", "discussed", "issued", "closed")),
    (Permission.VIEW_DISCUSSED_REVIEWS, ("discussed", "issued", "closed")),
    (Permission.VIEW_ISSUED_REVIEWS, ("issued", "closed")),
)


def _concerning(user: Any, permission: Permission) -> Q:
    """Return the condition under which a review concerns a scope in which the user may do this."""
    mine = Partnership.objects.filter(user.scope_filter(permission)).values("pk")
    links = ReviewPartnership.objects.filter(partnership__in=mine)
    return Q(pk__in=links.values("review_id"))


class Review(TrackedModel):
    """An audit review, from its first draft to the closing of its last recommendation."""

    class Kind(models.TextChoices):
        """What sort of review it is."""

        EXTERNAL = "external", "External audit review"
        INTERNAL = "internal", "Internal audit review"
        PEER = "peer", "Peer review"
        OTHER = "other", "Other review"

    class Status(models.TextChoices):
        """How far the review is. Wording and priorities are locked when it is issued."""

        DRAFT = "draft", "Draft"
        DISCUSSED = "discussed", "Discussed with officers"
        ISSUED = "issued", "Issued"
        CLOSED = "closed", "Closed"

    reference = models.SlugField(max_length=60, unique=True)
    title = models.CharField(max_length=200)
    running_title = models.CharField("running title", max_length=120)
    kind = models.CharField(max_length=20, choices=Kind.choices, default=Kind.EXTERNAL)
    auditor = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    client = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    business_line = models.CharField("business line", max_length=200, blank=True)
    service_line = models.CharField("service line", max_length=100, blank=True)
    audit_plan = models.CharField("audit plan", max_length=200, blank=True)
    report_date = models.DateField("date of the report", null=True, blank=True)
    mark = models.CharField(
        "mark in the running header", max_length=12, blank=True, help_text="Up to 12 letters"
    )
    addressee = models.TextField("who the report is addressed to", blank=True)
    responsibilities = models.TextField("statement of responsibilities", blank=True)
    objectives = models.TextField(blank=True)
    acknowledgements = models.TextField(blank=True)
    way_forward = models.TextField("way forward", blank=True)
    legend_on_each_page = models.BooleanField(
        "legend on each page of the action plan", default=False
    )
    structure_of = models.ForeignKey(
        Partnership,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="partnership whose structure is Appendix 2",
    )
    status = models.CharField(max_length=20, choices=Status.choices, default=Status.DRAFT)
    discussed_on = models.DateField("discussed on", null=True, blank=True)
    issued_on = models.DateField("issued on", null=True, blank=True)
    closed_on = models.DateField("closed on", null=True, blank=True)
    edition = models.PositiveSmallIntegerField(default=0)

    objects = ReviewQuerySet.as_manager()
    technical = ("reference",)

    class Meta:
        ordering = ["-issued_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(status__in=["issued", "closed"]) | Q(issued_on__isnull=False),
                name="an_issued_review_has_the_day_of_issue",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Return the review's page."""
        return address_of("reviews:review", self.reference)

    @cached_property
    def scope_ids(self) -> list[int]:
        """The keys of the scopes of the partnerships it concerns, looked up once a request."""
        links = self.concerns.order_by().values("partnership_id")
        found = Partnership.objects.filter(pk__in=links).order_by()
        return list(found.values_list("scope_id", flat=True))

    @property
    def is_locked(self) -> bool:
        """Whether wording and priorities can no longer change, except by an erratum."""
        return self.status in {Review.Status.ISSUED, Review.Status.CLOSED}


class ReviewPartnership(TrackedModel):
    """A review concerns a partnership."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="concerns")
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")

    name_needs = ("partnership",)

    class Meta:
        ordering = ["pk"]
        verbose_name = "partnership reviewed"
        constraints = [
            models.UniqueConstraint(
                fields=["review", "partnership"], name="one_partnership_once_a_review"
            ),
        ]

    def __str__(self) -> str:
        return str(self.partnership)

    def history_subject(self) -> TrackedModel:
        """Read on the review's history page."""
        return self.review


class ReviewContact(TrackedModel):
    """One of the three steps of the complaints route: a post, and how to reach it."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="contacts")
    step = models.PositiveSmallIntegerField()
    post_title = models.CharField("post", max_length=200)
    organisation_name = models.CharField("organisation", max_length=200, blank=True)
    details = models.TextField("what this step is for", blank=True)
    how = models.CharField("how to reach them", max_length=300, blank=True)

    class Meta:
        ordering = ["step", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["review", "step"], name="one_contact_a_step"),
            models.CheckConstraint(
                condition=Q(step__gte=1, step__lte=3), name="a_contact_is_step_one_to_three"
            ),
        ]

    def __str__(self) -> str:
        return self.post_title

    def history_subject(self) -> TrackedModel:
        """Read on the review's history page."""
        return self.review
