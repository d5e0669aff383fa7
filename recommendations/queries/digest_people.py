"""Who may be written to on a day, and for what do they answer: all of them at once?

The same answers as `ownership.py` and `partnerships/queries/responsibility.py` give for one
person, in a constant number of queries however many people there are.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from govreg.core.access import Permission
from govreg.core.access.models import RoleHolding
from govreg.core.access.roles import ROLES
from govreg.core.accounts.models import User
from partnerships.models import Membership, Post, PostHolding, TeamMembership
from recommendations.models import DigestChoice
from recommendations.rules.digests import Frequency, Person, is_sent

Groups = Mapping[int, set[int]]


@dataclass(frozen=True, slots=True)
class Line:
    """Who answers for which post, team and body on a day, and which post reports to which.

    The keys of users stand under those of posts, teams and bodies; in `posts_of` it is the other
    way about, and `posts_in_team` are those that a team's members hold.
    """

    posts: Groups
    teams: Groups
    bodies: Groups
    posts_of: Groups
    reports_to: Mapping[int, int | None] = field(default_factory=dict)

    def answering(self, owner: "OwnerKeys") -> set[int]:
        """Return the users who answer for one owner of an action."""
        if owner.user is not None:
            return {owner.user}
        return {
            *self.posts.get(owner.post or 0, ()),
            *self.teams.get(owner.team or 0, ()),
            *self.bodies.get(owner.body or 0, ()),
        }

    def parties_near(self, user: int) -> dict[str, set[int]]:
        """Return the keys, by kind, of the owners whose actions a person may be told of.

        They are the person with their posts, teams and bodies, and those two steps below them.
        """
        own = self.posts_of.get(user, set())
        below = {post for post, above in self.reports_to.items() if above in own}
        below |= {post for post, above in self.reports_to.items() if above in below}
        users = {user}.union(*(self.posts.get(post, ()) for post in below))
        return {
            "user": users,
            "post": own | below,
            "team": {team for team, members in self.teams.items() if members & users},
            "body": {body for body, members in self.bodies.items() if user in members},
        }

    def own_posts(self, owner: "OwnerKeys") -> set[int]:
        """Return the posts whose line of management leads up from one owner of an action.

        A body answers to its partnership, not to its members' managers.
        """
        if owner.post is not None:
            return {owner.post}
        if owner.body is not None:
            return set()
        users = self.answering(owner)
        return {post for user in users for post in self.posts_of.get(user, ())}


@dataclass(frozen=True, slots=True)
class OwnerKeys:
    """The key of the one user, post, team or body that owns an action."""

    user: int | None
    post: int | None
    team: int | None
    body: int | None


def frequency_of(user: Any) -> str:
    """Return how often a person is written to: what they chose, or weekly."""
    chosen = DigestChoice.objects.filter(user=user).values_list("frequency", flat=True)
    return str(chosen.first() or Frequency.WEEKLY)


def choice_of(user: Any) -> DigestChoice:
    """Return what a person chose; where they chose nothing, what holds then, not saved."""
    found: DigestChoice | None = DigestChoice.objects.filter(user=user).first()
    return found or DigestChoice(user=user)


def addressees(*, on: date) -> list[User]:
    """Return the active users who want to be written to on a day."""
    chosen = dict(DigestChoice.objects.order_by().values_list("user_id", "frequency"))
    return [
        user
        for user in User.objects.active().order_by("pk")
        if is_sent(chosen.get(user.pk, Frequency.WEEKLY), on=on)
    ]


def people(users: Iterable[Any], *, on: date) -> list[Person]:
    """Return what each of some users may do on a day, and for which scopes."""
    powers: dict[int, dict[Permission, set[int | None]]] = defaultdict(lambda: defaultdict(set))
    held = RoleHolding.objects.in_force(on=on).order_by()
    for user, role, scope in held.values_list("user_id", "role", "scope_id"):
        for permission in ROLES[role].permissions:
            powers[user][permission].add(scope)
    return [
        Person(
            key=user.pk,
            powers={p: frozenset(scopes) for p, scopes in powers.get(user.pk, {}).items()},
        )
        for user in users
    ]


def line_of_management(*, on: date) -> Line:
    """Read who answers for what on a day, and the posts to which posts report."""
    holdings = PostHolding.objects.in_force(on=on).order_by().values_list("post_id", "user_id")
    in_teams = TeamMembership.objects.in_force(on=on).order_by().values_list("team_id", "user_id")
    seats = Membership.objects.held().in_force(on=on).filter(body__isnull=False, post__isnull=False)
    posts, posts_of = _grouped(holdings), defaultdict(set)
    for post, users in posts.items():
        for user in users:
            posts_of[user].add(post)
    bodies: dict[int, set[int]] = defaultdict(set)
    for body, post in seats.order_by().values_list("body_id", "post_id"):
        bodies[body] |= posts.get(post, set())
    return Line(
        posts=posts,
        teams=_grouped(in_teams),
        bodies=bodies,
        posts_of=posts_of,
        reports_to=dict(Post.objects.order_by().values_list("pk", "reports_to_id")),
    )


def _grouped(pairs: Iterable[tuple[int, int]]) -> dict[int, set[int]]:
    found: dict[int, set[int]] = defaultdict(set)
    for key, user in pairs:
        found[key].add(user)
    return found
