"""How many bodies, members, seats and names stand beside each record in a list?"""

from datetime import date
from typing import Any

from django.db.models import Count, IntegerField, OuterRef, Prefetch, QuerySet, Subquery
from django.db.models.functions import Coalesce

from partnerships.models import (
    Body,
    Membership,
    Organisation,
    Partnership,
    Post,
    PostHolding,
    Team,
    TeamMembership,
)


def partnerships_listed(user: Any, *, on: date) -> QuerySet[Any]:
    """Return the partnerships that a user may see, with how many bodies and members each has."""
    bodies = Body.objects.in_force(on=on).filter(partnership=OuterRef("pk"))
    members = Membership.objects.in_force(on=on).held().filter(partnership=OuterRef("pk"))
    found: QuerySet[Any] = Partnership.objects.visible_to(user)
    return found.select_related("parent", "lead").annotate(
        body_count=_count(bodies, by="partnership", of="pk"),
        member_count=_count(members, by="partnership", of="organisation"),
    )


def organisations_listed(user: Any, *, on: date) -> QuerySet[Any]:
    """Return the organisations, with how many partnerships that the user may see each is in."""
    seats = Membership.objects.visible_to(user).in_force(on=on).filter(organisation=OuterRef("pk"))
    found: QuerySet[Any] = Organisation.objects.visible_to(user).current()
    return found.prefetch_related("aliases").annotate(
        partnership_count=_count(seats, by="organisation", of="partnership")
    )


def posts_listed(user: Any, *, on: date) -> QuerySet[Any]:
    """Return the posts, with who holds each of them on a day."""
    holders = PostHolding.objects.in_force(on=on).select_related("user")
    found: QuerySet[Any] = Post.objects.visible_to(user)
    return found.select_related("organisation", "reports_to").prefetch_related(
        Prefetch("holdings", queryset=holders, to_attr="held_now")
    )


def teams_listed(user: Any, *, on: date) -> QuerySet[Any]:
    """Return the teams, with how many people are in each on a day."""
    people = TeamMembership.objects.in_force(on=on).filter(team=OuterRef("pk"))
    found: QuerySet[Any] = Team.objects.visible_to(user)
    return found.select_related("organisation").annotate(
        people_count=_count(people, by="team", of="user")
    )


def _count(rows: QuerySet[Any], *, by: str, of: str) -> Any:
    counted = rows.order_by().values(by).annotate(n=Count(of, distinct=True)).values("n")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)
