"""Which responses and agreed actions of a recommendation may a reader count?"""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from govreg.core import clock
from govreg.core.access import Permission
from recommendations.models import AgreedAction
from recommendations.models.responses import told_outside

from .ownership import owned_actions

APPROVED = told_outside("responses__")


def sees_drafts(user: Any) -> bool:
    """Say whether a user takes part in the discussion, before a response is approved."""
    return bool(user.may_somewhere(Permission.VIEW_DISCUSSED_REVIEWS))


@dataclass(frozen=True, slots=True)
class Told:
    """What is asked of the responses and of the actions of a recommendation to be counted.

    Both are conditions on a recommendation that the reader may see, joined to its responses and
    their actions. The state follows `responses`, with all their actions, as the page says it; the
    figures count `actions`, which the reader may open.
    """

    responses: Q
    actions: Q


def told_to(user: Any) -> Told:
    """Return what a user may count; those who see everything are asked no condition."""
    everything = Q()
    if user.may(Permission.WRITE_REVIEWS) or user.may(Permission.VIEW_DISCUSSED_REVIEWS):
        return Told(everything, everything)
    responses = everything if sees_drafts(user) else APPROVED
    if user.may(Permission.VIEW_ISSUED_REVIEWS):
        # Whoever sees the recommendation sees its review.
        if not responses:
            return Told(everything, everything)
        owned = owned_actions(user, on=clock.today()).order_by().values("pk")
        return Told(responses, responses | Q(responses__actions__in=owned))
    visible = AgreedAction.objects.visible_to(user).order_by().values("pk")
    return Told(responses, Q(responses__actions__in=visible))
