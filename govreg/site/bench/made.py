"""How much does a register hold that was made up to be measured?"""

from dataclasses import dataclass

from govreg.core.history.models import ChangedRow, ChangeSet
from partnerships.models import Partnership
from recommendations.models import AgreedAction, ProgressUpdate, Recommendation
from reviews.models import Review


@dataclass(slots=True)
class Made:
    """How much was made."""

    partnerships: int
    reviews: int
    recommendations: int
    actions: int
    updates: int
    history: int
    change_sets: int


def is_generated() -> bool:
    """Say whether this register was filled before."""
    return Partnership.objects.filter(reference="partnership-0000").exists()


def made_so_far() -> Made:
    """Return how much a register holds that was filled before."""
    return Made(
        partnerships=Partnership.objects.count(),
        reviews=Review.objects.count(),
        recommendations=Recommendation.objects.count(),
        actions=AgreedAction.objects.count(),
        updates=ProgressUpdate.objects.count(),
        history=ChangedRow.objects.count(),
        change_sets=ChangeSet.objects.count(),
    )
