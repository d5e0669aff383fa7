"""What may a person do about a recommendation, and what was their part in an action?"""

from typing import Any

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
    owners: Any = ActionOwner.history.filter(action_id=action.pk)  # type: ignore[attr-defined]
    columns = ("user_id", "post_id", "team_id", "body_id")
    parties = [set(keys) - {None} for keys in zip(*owners.values_list(*columns), strict=True)]
    if not parties:
        return False
    users, posts, teams, bodies = parties
    return user.pk in users or _ever_held(user, posts, teams, bodies)


def _ever_held(user: Any, posts: set[int], teams: set[int], bodies: set[int]) -> bool:
    """Say whether a user ever held one of some posts, was in a team or sat on a body by a post."""
    held = PostHolding.objects.filter(user=user)
    seats = Membership.objects.filter(body__in=bodies, post__in=held.values("post_id"))
    return (
        (bool(posts) and held.filter(post__in=posts).exists())
        or (bool(teams) and TeamMembership.objects.filter(user=user, team__in=teams).exists())
        or (bool(bodies) and seats.exists())
    )
