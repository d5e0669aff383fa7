"""For which areas of responsibility can a role be held?"""

from typing import Any

from django.db import models

from govreg.core.history.models import TrackedModel, TrackedQuerySet


class ScopeQuerySet(TrackedQuerySet):
    """Questions that people ask of scopes."""

    def visible_to(self, user: Any) -> "ScopeQuerySet":
        """Return the scopes a user may know of: all, for those who keep people or partnerships."""
        from govreg.core.access.permissions import Permission

        return self.filter(user.scope_filter(Permission.VIEW_PARTNERSHIPS, field="pk"))


class Scope(TrackedModel):
    """A named area of responsibility: most often one partnership."""

    name = models.CharField(max_length=200, unique=True)

    objects = ScopeQuerySet.as_manager()

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
