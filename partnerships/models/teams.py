"""Which teams can own an action, and who was in them when?"""

from typing import Any

from django.conf import settings
from django.db import models

from govreg.core.access import Permission
from govreg.core.history.models import TrackedModel, TrackedQuerySet
from govreg.core.ui.addresses import address_of

from .organisations import Organisation
from .periods import DatedModel, DatedQuerySet


class TeamQuerySet(TrackedQuerySet):
    """Questions that people ask of teams."""

    def visible_to(self, user: Any) -> "TeamQuerySet":
        """Return all to anybody who sees partnerships or keeps teams."""
        may = user.may_somewhere(Permission.VIEW_PARTNERSHIPS) or user.may(
            Permission.ADMINISTER_REFERENCE
        )
        return self.all() if may else self.none()


class Team(TrackedModel):
    """A team or service that acts as one, such as a council's legal services."""

    name = models.CharField(max_length=200)
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = TeamQuerySet.as_manager()

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["name", "organisation"], name="one_team_a_name_in_an_organisation"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Return the team's page."""
        return address_of("partnerships:team", self.pk)


class TeamMembership(DatedModel):
    """A user was in a team from a day to a day."""

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="memberships")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="team_memberships"
    )

    objects = DatedQuerySet.as_manager()
    name_needs = ("team", "user")

    class Meta(DatedModel.Meta):
        ordering = ["team", "start"]

    def __str__(self) -> str:
        return f"{self.user} in {self.team}"

    def history_subject(self) -> TrackedModel:
        """Read on the team's history page."""
        return self.team
