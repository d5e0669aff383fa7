"""Whom did a partnership engage, how, what was learnt, and what changed as a result?

Partners should show how the views of the community, of users and of young people shape their work
(review of 2005, recommendation 3; review of 2007, recommendation 11).
"""

from typing import Any

from django.db import models
from django.db.models import Q

from govreg.core.access import Permission
from govreg.core.history.models import TrackedModel, TrackedQuerySet
from govreg.core.ui.addresses import address_of
from govreg.core.ui.words import long_date

from .meetings import Meeting
from .partnerships import Partnership
from .plans import Plan


class EngagementQuerySet(TrackedQuerySet):
    """Questions that people ask of the engagement log."""

    def visible_to(self, user: Any) -> "EngagementQuerySet":
        """Return those of the partnerships that the user may see."""
        scopes = user.scope_filter(Permission.VIEW_PARTNERSHIPS, field="partnership__scope")
        found: EngagementQuerySet = self.filter(scopes)
        return found

    def standing(self) -> "EngagementQuerySet":
        """Return those that were not withdrawn."""
        found: EngagementQuerySet = self.filter(withdrawn_because="")
        return found


class Engagement(TrackedModel):
    """One time, or one exercise, by which people outside the partnership were engaged.

    Groups are named, never private individuals.
    """

    class Method(models.TextChoices):
        """By what means they were engaged."""

        SURVEY = "survey", "Survey"
        CONSULTATION = "consultation", "Consultation"
        REDESIGN = "redesign", "Service redesign"
        FORUM = "forum", "Open forum"
        YOUTH_COUNCIL = "youth-council", "Youth council report"
        EVENT = "event", "Conference or event"
        OTHER = "other", "Other"

    partnership = models.ForeignKey(
        Partnership, on_delete=models.PROTECT, related_name="engagements"
    )
    day = models.DateField("date", null=True, blank=True)
    when_in_words = models.CharField("when, in words", max_length=100, blank=True)
    audience = models.CharField("who was engaged", max_length=200)
    method = models.CharField(max_length=16, choices=Method.choices)
    subject = models.CharField(max_length=300)
    took_part = models.PositiveIntegerField("how many took part", null=True, blank=True)
    learnt = models.TextField("what was learnt", blank=True)
    changed = models.TextField("what changed as a result", blank=True)
    meeting = models.ForeignKey(
        Meeting,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="engagements",
        verbose_name="meeting that it fed",
    )
    plan = models.ForeignKey(
        Plan,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="engagements",
        verbose_name="plan that it fed",
    )
    withdrawn_because = models.CharField("why it was withdrawn", max_length=500, blank=True)

    objects = EngagementQuerySet.as_manager()
    address_needs = ("partnership",)

    class Meta:
        ordering = ["-day", "-pk"]
        indexes = [models.Index(fields=["partnership", "-day"], name="engagement_by_day")]
        constraints = [
            models.CheckConstraint(
                condition=Q(day__isnull=False) | ~Q(when_in_words=""),
                name="an_engagement_says_when_it_was",
            ),
        ]

    def __str__(self) -> str:
        return self.subject

    @property
    def when(self) -> str:
        """The day, or where it is not known the words for it."""
        return long_date(self.day) if self.day else self.when_in_words

    @property
    def is_withdrawn(self) -> bool:
        """Whether it was entered in error and stands only for the record."""
        return bool(self.withdrawn_because)

    def get_absolute_url(self) -> str:
        """Return the entry's page."""
        return address_of("partnerships:engagement-entry", self.partnership.reference, self.pk)
