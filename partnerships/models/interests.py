"""Which conflict of interest did a member declare, when, and how is it handled?"""

from typing import Any

from django.db import models
from django.db.models import F, Q

from govreg.core.access import Permission
from govreg.core.history.models import TrackedModel, TrackedQuerySet
from govreg.core.ui.addresses import address_of

from .exemptions import ExemptParagraph
from .memberships import Membership


class InterestQuerySet(TrackedQuerySet):
    """Questions that people ask of interests."""

    def known_to(self, user: Any) -> "InterestQuerySet":
        """Return those of which the user may know that they are, exempt ones too."""
        found: InterestQuerySet = self.filter(_seen(user))
        return found

    def visible_to(self, user: Any) -> "InterestQuerySet":
        """Return those that the user may read: also what search and the history may show."""
        found: InterestQuerySet = self.filter(may_read(user))
        return found


def _seen(user: Any) -> Q:
    seen: Q = user.scope_filter(
        Permission.VIEW_PARTNERSHIPS, field="membership__partnership__scope"
    )
    return seen


def may_read(user: Any) -> Q:
    """Return the condition under which a user may read an interest.

    What is exempt from publication (Local Government Act 1972, Schedule 12A) is for those whose
    role says so, as at a meeting.
    """
    exempt = user.scope_filter(Permission.VIEW_EXEMPT, field="membership__partnership__scope")
    return _seen(user) & (Q(exempt=False) | exempt) if exempt else _seen(user)


class Interest(TrackedModel):
    """An interest that the holder of a seat declared; both days count, and it may have no end."""

    class Handling(models.TextChoices):
        """What follows from it where the matter is discussed."""

        NOTED = "noted", "Noted: takes full part"
        SPEAKS = "speaks", "Speaks, and takes no part in the decision"
        LEAVES = "leaves", "Leaves while the matter is discussed"
        DISPENSATION = "dispensation", "Takes part by a dispensation"
        OTHER = "other", "Otherwise, as noted"

    membership = models.ForeignKey(
        Membership, on_delete=models.PROTECT, related_name="interests", verbose_name="seat"
    )
    text = models.TextField("the interest")
    declared_on = models.DateField("declared on")
    start = models.DateField("from", null=True, blank=True)
    end = models.DateField("to", null=True, blank=True)
    handling = models.CharField("how it is handled", max_length=16, choices=Handling.choices)
    handling_note = models.TextField("note on how it is handled", blank=True)
    exempt = models.BooleanField("exempt from publication", default=False)
    exempt_paragraph = models.CharField(
        "paragraph of Schedule 12A", max_length=1, choices=ExemptParagraph.choices, blank=True
    )

    objects = InterestQuerySet.as_manager()
    name_needs = ("membership__organisation", "membership__partnership", "membership__body")
    address_needs = ("membership__partnership",)

    class Meta:
        ordering = ["-declared_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(exempt=True) ^ Q(exempt_paragraph=""),
                name="an_exempt_interest_names_its_paragraph",
            ),
            models.CheckConstraint(
                condition=Q(end__isnull=True) | Q(start__isnull=True) | Q(end__gte=F("start")),
                name="an_interest_ends_after_it_starts",
            ),
        ]

    def __str__(self) -> str:
        return f"Interest declared on {self.declared_on:%-d %B %Y}: {self.membership}"

    def get_absolute_url(self) -> str:
        """Return the interest's page."""
        return address_of("partnerships:interest", self.membership.partnership.reference, self.pk)
