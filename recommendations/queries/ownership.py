"""Which agreed actions are a person's to do on a day?"""

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from partnerships.queries.responsibility import bodies_of, posts_of, teams_of
from recommendations.models.actions import ActionOwner, AgreedAction


def owned_actions(user: Any, *, on: date) -> QuerySet[AgreedAction]:
    """Return the actions that a user owns on a day, directly or by a post, team or body.

    They are theirs from the issue of the review on: before, they are not settled.
    """
    owners = ActionOwner.objects.filter(
        Q(user=user)
        | Q(post__in=posts_of(user, on=on))
        | Q(team__in=teams_of(user, on=on))
        | Q(body__in=bodies_of(user, on=on))
    )
    return AgreedAction.objects.filter(
        pk__in=owners.values("action_id"),
        response__recommendation__review__status__in=["issued", "closed"],
    )


def owns(user: Any, action: AgreedAction, *, on: date) -> bool:
    """Say whether a user owns an action on a day."""
    return owned_actions(user, on=on).filter(pk=action.pk).exists()
