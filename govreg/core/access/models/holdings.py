"""Who holds which role, where, and from when to when?"""

from datetime import date
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from govreg.core.access import roles
from govreg.core.history.models import TrackedModel, TrackedQuerySet
from govreg.core.periods import holds

from .scopes import Scope


class RoleHoldingQuerySet(TrackedQuerySet):
    """Questions that people ask of role holdings."""

    def in_force(self, *, on: date) -> "RoleHoldingQuerySet":
        """Return the holdings in force on a day; the last day counts."""
        return self.filter(Q(start__isnull=True) | Q(start__lte=on)).filter(
            Q(end__isnull=True) | Q(end__gte=on)
        )

    def visible_to(self, user: Any) -> "RoleHoldingQuerySet":
        """Return all holdings to those who keep people, and to others their own."""
        from govreg.core.access.permissions import Permission

        if user.may_somewhere(Permission.ADMINISTER_PEOPLE):
            return self.all()
        return self.filter(user=user)


class RoleHolding(TrackedModel):
    """A user holds a role for a scope, or for the whole council when it names none."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="role_holdings"
    )
    role = models.CharField(max_length=40, choices=roles.CHOICES)
    scope = models.ForeignKey(
        Scope, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    start = models.DateField("from", null=True, blank=True)
    end = models.DateField("to", null=True, blank=True)

    objects = RoleHoldingQuerySet.as_manager()
    name_needs = ("scope",)

    class Meta:
        ordering = ["role", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(end__isnull=True) | Q(start__isnull=True) | Q(end__gte=F("start")),
                name="role_holding_ends_after_it_starts",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()} for {self.scope or 'the whole council'}"

    def is_in_force(self, *, on: date) -> bool:
        """Say whether the role is held on a day; the last day counts."""
        return holds(self.start, self.end, on=on)

    def history_subject(self) -> TrackedModel:
        """Read on the user's history page."""
        return self.user
