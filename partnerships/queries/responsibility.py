"""Who answers for a post, a team or a body on a day, and for which of them does a person?"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from govreg.core.accounts.models import User
from govreg.core.periods import holds
from partnerships.models import Membership, PostHolding, TeamMembership


@dataclass(frozen=True, slots=True)
class Responsibilities:
    """The keys of the posts a user holds, the teams they are in and the bodies they sit on."""

    posts: frozenset[int]
    teams: frozenset[int]
    bodies: frozenset[int]


def responsibilities_of(user: Any, *, on: date) -> Responsibilities:
    """Return what a user answers for on a day; a body by a post that they hold.

    Looked up once a request: nearly every condition on who may see an action asks for it.
    """
    known: dict[date, Responsibilities] = user.__dict__.setdefault("_responsibilities", {})
    if on not in known:
        posts = _in_force(PostHolding.objects.filter(user=user), "post_id", on=on)
        seats = Membership.objects.held().filter(body__isnull=False, post__in=posts)
        known[on] = Responsibilities(
            posts=posts,
            teams=_in_force(TeamMembership.objects.filter(user=user), "team_id", on=on),
            bodies=_in_force(seats, "body_id", on=on) if posts else frozenset(),
        )
    return known[on]


def _in_force(dated: QuerySet[Any], key: str, *, on: date) -> frozenset[int]:
    """Return what records in force on a day point at. A person has few: they are sifted here."""
    return frozenset(
        pointed_at
        for pointed_at, start, end in dated.order_by().values_list(key, "start", "end")
        if holds(start, end, on=on)
    )


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
        seats = Membership.objects.in_force(on=on).held().filter(body=body)
        condition = Q(pk__in=holders.filter(post__in=seats.values("post_id")).values("user_id"))
    found: QuerySet[User] = User.objects.active().filter(condition)
    return found
