"""For which organisations does a person answer, and who answers for one?

Whoever holds a post in the organisation that leads an action, and has the role to answer.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q

from govreg.core.access import Permission
from govreg.core.access.models import RoleHolding
from govreg.core.access.roles import ROLES
from govreg.core.accounts.models import User
from govreg.core.prepared import prepared
from partnerships.models import PlanAction, Post, PostHolding

from .responsibility import responsibilities_of


def organisations_of(user: Any, *, on: date) -> frozenset[int]:
    """Return the keys of the organisations in which a user holds a post on a day.

    Looked up once a request, as what the user is responsible for is.
    """
    known: dict[date, frozenset[int]] = user.__dict__.setdefault("_organisations", {})
    if on not in known:
        posts = responsibilities_of(user, on=on).posts
        found = _organisations(posts=sorted(posts)) if posts else ()
        known[on] = frozenset(key for (key,) in found)
    return known[on]


@prepared
def _organisations(posts: list[int]) -> Any:
    found = Post.objects.filter(pk__in=posts, organisation__isnull=False).order_by()
    return found.values_list("organisation_id")


def answers_for_some(user: Any, *, on: date) -> bool:
    """Say whether a user could answer for an action at all: a keeper, or an officer of a lead.

    Whoever cannot is spared the questions about their actions.
    """
    if user.may_somewhere(Permission.KEEP_PLANS):
        return True
    return bool(user.may_somewhere(Permission.ANSWER_PLANS) and organisations_of(user, on=on))


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


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody who holds a post in an organisation and can sign in.

    `scopes` are those in which their roles let them answer; None among them is the whole council.
    """

    user: User
    post: Post
    scopes: frozenset[int | None]

    def answers_in(self, scope: int | None) -> bool:
        """Say whether they may answer for the plans of a scope."""
        return None in self.scopes or scope in self.scopes


def posts_and_holders(
    organisations: Iterable[int], *, on: date
) -> tuple[dict[int | None, list[Post]], dict[int | None, list[Holder]]]:
    """Return, by organisation, its posts and the active users who hold them on a day.

    Three queries, whatever the number of organisations.
    """
    posts: dict[int | None, list[Post]] = defaultdict(list)
    for post in Post.objects.filter(organisation__in=set(organisations)).order_by("title", "pk"):
        posts[post.organisation_id].append(post)
    keys = [post.pk for own in posts.values() for post in own]
    rows = PostHolding.objects.in_force(on=on).filter(post__in=keys, user__is_active=True)
    held = list(rows.select_related("post", "user").order_by("user__email", "pk"))
    may_answer = Q(role__in=_roles_with(Permission.ANSWER_PLANS))
    # Who keeps the plans of one area answers for them; who keeps every plan chases the others.
    keeps_some = Q(role__in=_roles_with(Permission.KEEP_PLANS), scope__isnull=False)
    answering = RoleHolding.objects.in_force(on=on).filter(may_answer | keeps_some)
    scopes: dict[int, set[int | None]] = defaultdict(set)
    for user, scope in answering.filter(user__in={row.user_id for row in held}).values_list(
        "user", "scope"
    ):
        scopes[user].add(scope)
    holders: dict[int | None, list[Holder]] = defaultdict(list)
    for row in held:
        found = Holder(row.user, row.post, frozenset(scopes[row.user_id]))
        holders[row.post.organisation_id].append(found)
    return dict(posts), dict(holders)


def keepers_by_scope(scopes: Iterable[int | None], *, on: date) -> dict[int | None, list[User]]:
    """Return, by scope, the active users who keep the plans of that scope on a day: one query.

    They answer for any of its actions. Whoever keeps every plan is not among them: they chase.
    """
    keeping = RoleHolding.objects.in_force(on=on).filter(
        role__in=_roles_with(Permission.KEEP_PLANS), scope__in=set(scopes) - {None}
    )
    active = keeping.filter(user__is_active=True).select_related("user")
    found: dict[int | None, list[User]] = defaultdict(list)
    for holding in active.order_by("user__name", "user"):
        if holding.user not in found[holding.scope_id]:
            found[holding.scope_id].append(holding.user)
    return dict(found)


def _roles_with(permission: Permission) -> list[str]:
    return [code for code, role in ROLES.items() if permission in role.permissions]
