"""How are users added, changed, deactivated, and given roles?"""

from datetime import date
from typing import Any

from django.contrib.sessions.models import Session

from govreg.core import clock
from govreg.core.access.models import RoleHolding, Scope
from govreg.core.access.roles import ADMINISTRATOR, ROLES
from govreg.core.accounts.models import User
from govreg.core.accounts.rules import (
    refusal_of_email,
    refusal_of_holding,
    refusal_to_deactivate,
    refusal_to_end_role,
)
from govreg.core.editing.versions import locked
from govreg.core.history.change import change
from govreg.core.refusals import Refusal, Refused, enforce


def add_user(*, email: str, name: str, by: Any, reason: str = "", password: str = "") -> User:
    """Add a user; without a password they set one through "forgotten password"."""
    with change(verb="Added a user", by=by, reason=reason):
        user = User(email=email.strip().lower(), name=name.strip())
        _refuse_taken_email(user)
        if password:
            user.set_password(password)
        else:
            user.set_unusable_password()
        user.save()
    return user


def describe_user(
    *, user: User, version: int, email: str, name: str, by: Any, reason: str = ""
) -> User:
    """Change a user's name or e-mail address."""
    with change(verb="Changed a user", by=by, reason=reason):
        user = locked(User, user.pk, version=version)
        user.email, user.name = email.strip().lower(), name.strip()
        _refuse_taken_email(user)
        user.save()
    return user


def deactivate_user(*, user: User, by: Any, reason: str) -> User:
    """Stop a user from signing in and end the sessions they have; their history stays."""
    enforce(refusal_to_deactivate(own_account=by is not None and by.pk == user.pk))
    with change(verb="Deactivated a user", by=by, reason=reason):
        user = locked(User, user.pk)
        user.is_active = False
        user.save()
        end_sessions(user)
    return user


def reactivate_user(*, user: User, by: Any, reason: str) -> User:
    """Let a deactivated user sign in again."""
    with change(verb="Reactivated a user", by=by, reason=reason):
        user = locked(User, user.pk)
        user.is_active = True
        user.save()
    return user


def end_sessions(user: User, *, keep: str = "") -> int:
    """End every session of a user, but one whose key is given; return how many ended."""
    ended = 0
    others = Session.objects.filter(expire_date__gt=clock.true_now()).exclude(pk=keep)
    for session in others.iterator():
        if session.get_decoded().get("_auth_user_id") == str(user.pk):
            session.delete()
            ended += 1
    return ended


def grant_role(
    *,
    user: User,
    role: str,
    scope: Scope | None,
    by: Any,
    start: date | None = None,
    end: date | None = None,
    reason: str = "",
) -> RoleHolding:
    """Give a user a role, for one scope or for the whole council."""
    others = RoleHolding.objects.filter(user=user, role=role, scope=scope)
    enforce(refusal_of_holding(start=start, end=end, others=others.values_list("start", "end")))
    with change(verb=f"Gave the role {ROLES[role].name}", by=by, reason=reason, scope=scope):
        holding = RoleHolding(user=user, role=role, scope=scope, start=start, end=end)
        holding.save()
    return holding


def end_role(*, holding: RoleHolding, end: date, by: Any, reason: str) -> RoleHolding:
    """Let a role end on a day, which is its last."""
    if holding.start and end < holding.start:
        raise Refused(
            Refusal("ends-before-start", "The last day cannot be before the role was given.")
        )
    own = by is not None and by.pk == holding.user_id
    enforce(refusal_to_end_role(own_administration=own and holding.role == ADMINISTRATOR.code))
    with change(verb="Ended a role", by=by, reason=reason, scope=holding.scope):
        holding = locked(RoleHolding, holding.pk)
        holding.end = end
        holding.save()
    return holding


def _refuse_taken_email(user: User) -> None:
    taken = User.objects.filter(email__iexact=user.email).exclude(pk=user.pk).exists()
    enforce(refusal_of_email(email=user.email, taken=taken))
