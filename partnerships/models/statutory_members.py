"""Which kind of organisation must sit on a partnership of a statutory kind, and by which Act?

The lists that come with the register stand in `statutory_members.yaml`; a row here adds to them, or
takes the place of the entry with the same kinds, post and first day.
"""

from typing import Any

from django.db import models
from django.db.models import F, Q

from govreg.core.access import Permission
from govreg.core.history.models import TrackedModel, TrackedQuerySet
from govreg.core.ui.addresses import address_of

from .organisations import Organisation
from .partnerships import Partnership


class RequiredMemberQuerySet(TrackedQuerySet):
    """Questions that people ask of the lists."""

    def visible_to(self, user: Any) -> "RequiredMemberQuerySet":
        """Return all to anybody who sees partnerships: what an Act says is no secret."""
        return self.all() if user.may_somewhere(Permission.VIEW_PARTNERSHIPS) else self.none()


class RequiredMember(TrackedModel):
    """A kind of organisation that an Act names, from a day on."""

    statutory_kind = models.CharField(
        "kind of partnership", max_length=24, choices=Partnership.StatutoryKind.choices
    )
    organisation_kind = models.CharField(
        "kind of organisation", max_length=24, choices=Organisation.Kind.choices
    )
    as_post = models.CharField(
        "as whom", max_length=120, blank=True, help_text="A post, where the Act asks for one"
    )
    start = models.DateField("from")
    end = models.DateField("to", null=True, blank=True)
    basis = models.CharField("Act and section", max_length=200)

    objects = RequiredMemberQuerySet.as_manager()

    class Meta:
        ordering = ["statutory_kind", "organisation_kind", "as_post", "start"]
        constraints = [
            models.UniqueConstraint(
                fields=["statutory_kind", "organisation_kind", "as_post", "start"],
                name="one_required_member_from_a_day",
            ),
            models.CheckConstraint(
                condition=Q(end__isnull=True) | Q(end__gte=F("start")),
                name="a_required_member_ends_after_it_starts",
            ),
        ]

    def __str__(self) -> str:
        named = f", {self.as_post}" if self.as_post else ""
        kind = self.get_statutory_kind_display()
        return f"{self.get_organisation_kind_display()}{named}, on: {kind}"

    def get_absolute_url(self) -> str:
        """Return the page of the lists."""
        return address_of("partnerships:statutory-lists")
