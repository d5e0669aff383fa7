"""By which private links do people follow meetings in their own calendar?"""

from typing import Any

from django.conf import settings
from django.db import models

from govreg.core.history.models import TrackedModel, TrackedQuerySet

from .bodies import Body


class CalendarLinkQuerySet(TrackedQuerySet):
    """Questions that people ask of calendar links."""

    def visible_to(self, user: Any) -> "CalendarLinkQuerySet":
        """Return the person's own: a link shows what its owner may see."""
        found: CalendarLinkQuerySet = self.filter(user=user)
        return found


class CalendarLink(TrackedModel):
    """A private link to a calendar of the meetings that a user may see, or of one body's.

    Only the digest of its token is kept, so nobody can read the link again.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    body = models.ForeignKey(
        Body, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    token_digest = models.CharField(max_length=64, unique=True, editable=False)
    made_on = models.DateField("made on")
    revoked_on = models.DateField("revoked on", null=True, blank=True)

    objects = CalendarLinkQuerySet.as_manager()
    name_needs = ("body",)
    history_excluded = ("token_digest",)
    technical = ("token_digest",)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"Calendar of {self.body}" if self.body else "Calendar of all meetings"

    def history_subject(self) -> TrackedModel:
        """Read on the user's history page."""
        return self.user
