"""Who answers for a post, a team or a body on a day, and for which of them does a person?"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from govreg.core.accounts.models import User
from govreg.core.periods import holds
from govreg.core.prepared import prepared
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
        posts = _in_force(_posts_of(user=[user.pk]), on=on)
        known[on] = Responsibilities(
            posts=posts,
            teams=_in_force(_teams_of(user=[user.pk]), on=on),
            bodies=_in_force(_bodies_of(posts=sorted(posts)), on=on) if posts else frozenset(),
        )
    return known[on]


def _in_force(dated: Iterable[tuple[Any, ...]], *, on: date) -> frozenset[int]:
    """Return what records in force on a day point at. A person has few: they are sifted here."""
    return frozenset(pointed_at for pointed_at, start, end in dated if holds(start, end, on=on))


@prepared
def _posts_of(user: list[int]) -> Any:
    held = PostHolding.objects.filter(user__in=user).order_by()
    return held.values_list("post_id", "start", "end")


@prepared
def _teams_of(user: list[int]) -> Any:
    memberships = TeamMembership.objects.filter(user__in=user).order_by()
    return memberships.values_list("team_id", "start", "end")


@prepared
def _bodies_of(posts: list[int]) -> Any:
    seats = Membership.objects.held().filter(body__isnull=False, post__in=posts).order_by()
    return seats.values_list("body_id", "start", "end")


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
