"""For which organisations does a person answer, and who answers for one?

Whoever holds a post in the organisation that leads an action, and has the role to answer.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Q

from govreg.core.access import Permission
from govreg.core.access.models import RoleHolding
from govreg.core.access.roles import ROLES
from govreg.core.accounts.models import User
from partnerships.models import PlanAction, Post, PostHolding

from .responsibility import responsibilities_of


def organisations_of(user: Any, *, on: date) -> frozenset[int]:
    """Return the keys of the organisations in which a user holds a post on a day.

    Looked up once a request, as what the user is responsible for is.
    """
    known: dict[date, frozenset[int]] = user.__dict__.setdefault("_organisations", {})
    if on not in known:
        posts = responsibilities_of(user, on=on).posts
        found = Post.objects.filter(pk__in=posts, organisation__isnull=False) if posts else ()
        known[on] = frozenset(post.organisation_id for post in found if post.organisation_id)
    return known[on]


def led_by_own(user: Any, *, on: date) -> Q:
    """Return the condition on plan actions that the user answers for as their lead agency."""
    if not user.may_somewhere(Permission.ANSWER_PLANS):
        return Q(pk__in=[])
    own = organisations_of(user, on=on)
    if not own:
        return Q(pk__in=[])
    scopes = user.scope_filter(Permission.ANSWER_PLANS, field="plan__partnership__scope")
    return Q(scopes & Q(lead__in=own), withdrawn_on=None)


def answers_for(user: Any, action: PlanAction, *, on: date) -> bool:
    """Say whether a user answers for an action: its plan's keeper, or an officer of its lead."""
    scope = action.plan.partnership.scope_id
    if user.may(Permission.KEEP_PLANS, scope):
        return True
    return bool(
        user.may(Permission.ANSWER_PLANS, scope) and action.lead_id in organisations_of(user, on=on)
    )


def answerable(user: Any, *, on: date) -> Q:
    """Return the condition on plan actions for which a user answers, by either way."""
    if user.may(Permission.KEEP_PLANS):
        return Q()
    kept = user.scope_filter(Permission.KEEP_PLANS, field="plan__partnership__scope")
    return Q(kept | led_by_own(user, on=on))


def people_of(organisations: Iterable[int], *, on: date) -> dict[int, list[User]]:
    """Return, by organisation, the active users who hold a post in it on a day and may answer.

    One query. For which plans each may answer, their role's scope says.
    """
    roles = [code for code, role in ROLES.items() if Permission.ANSWER_PLANS in role.permissions]
    answering = RoleHolding.objects.in_force(on=on).filter(role__in=roles).order_by()
    active = User.objects.active().filter(pk__in=answering.values("user_id")).order_by()
    holders = PostHolding.objects.in_force(on=on).filter(
        post__organisation__in=set(organisations), user__in=active
    )
    found: dict[int, list[User]] = defaultdict(list)
    for row in holders.select_related("post", "user").order_by("user__email", "pk"):
        people = found[row.post.organisation_id or 0]
        if row.user not in people:
            people.append(row.user)
    return dict(found)
