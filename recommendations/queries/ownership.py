"""Which agreed actions are a person's to do on a day?"""

from collections.abc import Collection
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from partnerships.queries.responsibility import responsibilities_of
from recommendations.models.actions import ActionOwner, AgreedAction
from reviews.models import Review

#: In these states of its review an agreed action is somebody's to do.
SETTLED = (Review.Status.ISSUED, Review.Status.CLOSED)
#: Actions count, in lists, figures and reports, from the issue of their review on: what a draft
#: says is still discussed, and is read on the pages of its review.
FROM_ISSUE_ON = Q(response__recommendation__review__status__in=SETTLED)


def owned_actions(user: Any, *, on: date) -> QuerySet[AgreedAction]:
    """Return the actions that a user owns on a day, directly or by a post, team or body.

    They are theirs from the issue of the review on: before, they are not settled.
    """
    theirs = responsibilities_of(user, on=on)
    return owned_by_any(
        users=[user.pk], posts=theirs.posts, teams=theirs.teams, bodies=theirs.bodies
    )


def owned_by_any(
    *,
    users: Collection[int],
    posts: Collection[int],
    teams: Collection[int],
    bodies: Collection[int],
) -> QuerySet[AgreedAction]:
    """Return the actions of which one of these users, posts, teams or bodies is an owner."""
    owners = ActionOwner.objects.filter(
        Q(user__in=users) | Q(post__in=posts) | Q(team__in=teams) | Q(body__in=bodies)
    ).order_by()
    return AgreedAction.objects.filter(FROM_ISSUE_ON, pk__in=owners.values("action_id"))


def owns(user: Any, action: AgreedAction, *, on: date) -> bool:
    """Say whether a user owns an action on a day."""
    if action.response.recommendation.review.status not in SETTLED:
        return False
    theirs = responsibilities_of(user, on=on)
    return any(
        owner.user_id == user.pk
        or owner.post_id in theirs.posts
        or owner.team_id in theirs.teams
        or owner.body_id in theirs.bodies
        for owner in action.owners.all()
    )
