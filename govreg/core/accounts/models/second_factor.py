"""With which second factor does a user sign in?"""

from typing import Any

from django.conf import settings
from django.db import models

from govreg.core.history.models import TrackedModel, TrackedQuerySet


class SecondFactorQuerySet(TrackedQuerySet):
    """Questions that people ask of second factors."""

    def visible_to(self, user: Any) -> "SecondFactorQuerySet":
        """Return a person's own."""
        return self.filter(user=user)

    def accept_step(self, factor: "SecondFactor", step: int) -> bool:
        """Keep that a code of this step was used; false where it or a later one was before.

        One statement, so that two requests with one code cannot both pass. It is no version of
        the record: the history keeps none of these columns.
        """
        plain: models.QuerySet[SecondFactor] = models.QuerySet(SecondFactor)
        return plain.filter(pk=factor.pk, last_step__lt=step).update(last_step=step) == 1


class SecondFactor(TrackedModel):
    """A secret shared with an app on the user's telephone, and the recovery codes beside it.

    The secret is kept encrypted and the codes hashed; neither is in the history, which only says
    that there is a factor and how many codes are left.
    """

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="second_factor"
    )
    secret = models.TextField()
    last_step = models.BigIntegerField(default=0)
    recovery_digests = models.JSONField(default=list)
    recovery_codes_left = models.PositiveSmallIntegerField(default=0)

    objects = SecondFactorQuerySet.as_manager()
    history_excluded = ("secret", "last_step", "recovery_digests")

    def __str__(self) -> str:
        return f"Second factor of {self.user}"

    def history_subject(self) -> TrackedModel:
        """Read on the user's history page."""
        return self.user
