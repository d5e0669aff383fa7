"""Who claimed that an action is implemented, and what did the auditor find?"""

from django.conf import settings
from django.db import models
from django.db.models import Q

from govreg.core.history.models import TrackedModel

from .actions import AgreedAction


class CompletionClaim(TrackedModel):
    """An owner's claim that an action is implemented, until it is verified or returned."""

    class Outcome(models.TextChoices):
        """What became of the claim."""

        PENDING = "pending", "Awaiting verification"
        VERIFIED = "verified", "Verified"
        RETURNED = "returned", "Returned"

    action = models.ForeignKey(AgreedAction, on_delete=models.PROTECT, related_name="claims")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    claimed_on = models.DateField("claimed on")
    statement = models.TextField("what was implemented")
    outcome = models.CharField(max_length=20, choices=Outcome.choices, default=Outcome.PENDING)

    name_needs = ("action",)

    class Meta:
        ordering = ["-claimed_on", "-pk"]
        verbose_name = "claim of completion"
        verbose_name_plural = "claims of completion"
        constraints = [
            models.UniqueConstraint(
                fields=["action"],
                condition=Q(outcome="pending"),
                name="one_pending_claim_an_action",
            ),
        ]

    def __str__(self) -> str:
        return "Claim of completion"

    def history_subject(self) -> TrackedModel:
        """Read on the recommendation's history page."""
        return self.action.history_subject()


class Verification(TrackedModel):
    """What somebody other than the owner, the claimant and the updates' authors found."""

    class Result(models.TextChoices):
        """How far the action was found to be implemented."""

        IMPLEMENTED = "implemented", "Implemented"
        PARTLY = "partly", "Partly implemented"
        NOT_IMPLEMENTED = "not-implemented", "Not implemented"
        NOT_TESTED = "not-tested", "Not tested"

    claim = models.ForeignKey(
        CompletionClaim, on_delete=models.PROTECT, related_name="verifications"
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    verified_on = models.DateField("verified on")
    result = models.CharField(max_length=20, choices=Result.choices)
    note = models.TextField("what was tested and found")

    name_needs = ("claim",)

    class Meta:
        ordering = ["-verified_on", "-pk"]

    def __str__(self) -> str:
        return f"Verification ({self.get_result_display().lower()})"

    def history_subject(self) -> TrackedModel:
        """Read on the recommendation's history page."""
        return self.claim.history_subject()
