"""What may a person do about a recommendation, and what was their part in an action?"""

from typing import Any

from django.db.models import Q

from govreg.core.access import Permission
from partnerships.models import Membership, PostHolding, TeamMembership
from recommendations.models import ActionOwner, AgreedAction, Recommendation


def may(user: Any, permission: Permission, recommendation: Recommendation) -> bool:
    """Say whether a user may do a thing about a recommendation.

    A person with a scope answers for the recommendations that concern it, not for the others of
    the same review; where a recommendation names nobody, the review's partnerships count. The
    register's own commands (no user) may do everything.
    """
    if user is None or user.may(permission):
        return True
    if not user.may_somewhere(permission):
        return False
    return bool(user.may_in_any(permission, recommendation.scope_ids))


def had_a_part(user: Any, action: AgreedAction) -> bool:
    """Say whether a user was ever responsible for an action, on any day since it was agreed.

    Taking the owners away before a verification must not make it anybody's own.
    """
    if user is None:
        return False
    posts = list(PostHolding.objects.filter(user=user).values_list("post_id", flat=True))
    teams = TeamMembership.objects.filter(user=user).values("team_id")
    bodies = Membership.objects.filter(post__in=posts, body__isnull=False).values("body_id")
    owners: Any = ActionOwner.history.filter(action_id=action.pk)  # type: ignore[attr-defined]
    return bool(
        owners.filter(
            Q(user_id=user.pk) | Q(post_id__in=posts) | Q(team_id__in=teams) | Q(body_id__in=bodies)
        ).exists()
    )
