"""What has a partnership found out that others could use, and who took it over?

Good practice of one partnership should be found by the others (review of 2005, recommendation 5).
"""

from typing import Any

from django.db import models
from django.db.models import Q

from govreg.core.access import Permission
from govreg.core.history.models import TrackedModel, TrackedQuerySet
from govreg.core.ui.addresses import address_of

from .partnerships import Partnership
from .plans import Plan


class GoodPracticeQuerySet(TrackedQuerySet):
    """Questions that people ask of good practice."""

    def visible_to(self, user: Any) -> "GoodPracticeQuerySet":
        """Return those of the partnerships that the user may see, and those shared with all.

        A shared one is found by everybody who sees some partnership; what was withdrawn is not.
        """
        if user.may(Permission.VIEW_PARTNERSHIPS):
            return self.all()
        if not user.may_somewhere(Permission.VIEW_PARTNERSHIPS):
            return self.none()
        own = user.scope_filter(Permission.VIEW_PARTNERSHIPS, field="partnership__scope")
        found: GoodPracticeQuerySet = self.filter(own | Q(is_shared=True, withdrawn_because=""))
        return found

    def standing(self) -> "GoodPracticeQuerySet":
        """Return those that were not withdrawn."""
        found: GoodPracticeQuerySet = self.filter(withdrawn_because="")
        return found

    def shared(self) -> "GoodPracticeQuerySet":
        """Return those that other partnerships may find."""
        found: GoodPracticeQuerySet = self.filter(is_shared=True, withdrawn_because="")
        return found


class GoodPractice(TrackedModel):
    """A note on what worked: the difficulty, what was done about it, and what it achieved."""

    class Theme(models.TextChoices):
        """What it is about."""

        GOVERNANCE = "governance", "Governance arrangements"
        MEMBERSHIP = "membership", "Members and attendance"
        PERFORMANCE = "performance", "Performance and outcomes"
        MONEY = "money", "Money and resources"
        RISK = "risk", "Risk"
        ENGAGEMENT = "engagement", "Engagement of communities and users"
        INFORMATION = "information", "Sharing information"
        OTHER = "other", "Other"

    partnership = models.ForeignKey(
        Partnership, on_delete=models.PROTECT, related_name="good_practice"
    )
    title = models.CharField(max_length=200)
    theme = models.CharField(max_length=16, choices=Theme.choices)
    plan = models.ForeignKey(
        Plan,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="good_practice",
        verbose_name="plan under which it was found",
    )
    difficulty = models.TextField("what the difficulty was", blank=True)
    done = models.TextField("what was done")
    achieved = models.TextField("what it achieved", blank=True)
    source = models.CharField(
        max_length=200, blank=True, help_text="Where it was found, for example an auditor’s review"
    )
    is_shared = models.BooleanField("shared with all partnerships", default=False)
    withdrawn_because = models.CharField("why it was withdrawn", max_length=500, blank=True)

    objects = GoodPracticeQuerySet.as_manager()

    class Meta:
        ordering = ["title", "pk"]
        verbose_name = "good practice"
        verbose_name_plural = "good practice"

    def __str__(self) -> str:
        return self.title

    @property
    def is_withdrawn(self) -> bool:
        """Whether it stands only for the record."""
        return bool(self.withdrawn_because)

    def get_absolute_url(self) -> str:
        """Return the note's page, which readers of other partnerships open too."""
        return address_of("partnerships:good-practice-note", self.pk)


class GoodPracticeAdoption(TrackedModel):
    """What another partnership decided about it on a day. A later decision is a new row."""

    class State(models.TextChoices):
        """What was decided."""

        CONSIDERED = "considered", "Being considered"
        ADOPTED = "adopted", "Adopted"
        DECLINED = "declined", "Declined"

    note = models.ForeignKey(GoodPractice, on_delete=models.PROTECT, related_name="adoptions")
    partnership = models.ForeignKey(
        Partnership, on_delete=models.PROTECT, related_name="adopted_practice"
    )
    state = models.CharField("decision", max_length=12, choices=State.choices)
    day = models.DateField("decided on")
    decided_by = models.CharField("decided by", max_length=200)
    words = models.TextField("what is adapted, or why not", blank=True)

    objects = TrackedQuerySet.as_manager()
    name_needs = ("partnership",)

    class Meta:
        ordering = ["-day", "-pk"]
        verbose_name = "adoption of good practice"
        verbose_name_plural = "adoptions of good practice"
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="declined") | ~Q(words=""),
                name="good_practice_is_declined_for_a_reason",
            )
        ]

    def __str__(self) -> str:
        return f"{self.partnership}: {self.get_state_display().lower()}"

    def history_subject(self) -> TrackedModel:
        """Read on the history page of the partnership that decided."""
        return self.partnership
