"""Who answers for a post, a team or a body on a day, and for which of them does a person?"""

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from govreg.core.accounts.models import User
from partnerships.models import Membership, PostHolding, TeamMembership


def posts_of(user: Any, *, on: date) -> QuerySet[Any]:
    """Return the keys of the posts that a user holds on a day, as a subquery."""
    held: QuerySet[Any] = PostHolding.objects.in_force(on=on).filter(user=user)
    return held.order_by().values("post_id")


def teams_of(user: Any, *, on: date) -> QuerySet[Any]:
    """Return the keys of the teams that a user is in on a day, as a subquery."""
    found: QuerySet[Any] = TeamMembership.objects.in_force(on=on).filter(user=user)
    return found.order_by().values("team_id")


def bodies_of(user: Any, *, on: date) -> QuerySet[Any]:
    """Return the keys of the bodies on which a user sits, by a post they hold, on a day."""
    seats: QuerySet[Any] = Membership.objects.in_force(on=on).filter(
        body__isnull=False, post__in=posts_of(user, on=on)
    )
    return seats.order_by().values("body_id")


def people_answering(
    *, on: date, user: Any = None, post: Any = None, team: Any = None, body: Any = None
) -> QuerySet[User]:
    """Return the active users who answer for one party on a day."""
    holders = PostHolding.objects.in_force(on=on)
    if user is not None:
        condition = Q(pk=user.pk)
    elif post is not None:
        condition = Q(pk__in=holders.filter(post=post).values("user_id"))
    elif team is not None:
        members = TeamMembership.objects.in_force(on=on).filter(team=team)
        condition = Q(pk__in=members.values("user_id"))
    else:
        seats = Membership.objects.in_force(on=on).filter(body=body)
        condition = Q(pk__in=holders.filter(post__in=seats.values("post_id")).values("user_id"))
    found: QuerySet[User] = User.objects.active().filter(condition)
    return found
