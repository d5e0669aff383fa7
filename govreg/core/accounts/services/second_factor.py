"""How is a second factor set up, used, renewed, removed and reset?"""

from typing import Any

from govreg.core import clock
from govreg.core.accounts import codes
from govreg.core.accounts.models import SecondFactor, User
from govreg.core.accounts.needs import roles_that_need_it
from govreg.core.accounts.rules import refusal_to_remove_factor, refusal_to_reset_factor
from govreg.core.editing.versions import locked
from govreg.core.history.change import change
from govreg.core.refusals import Refusal, Refused, enforce

from .users import end_sessions

NOT_THIS_CODE = Refusal(
    "code-not-right",
    "That is not the code the app shows now. Check that your telephone tells the right time, and "
    "enter the code that it shows next.",
)


def set_up_factor(*, user: User, secret: str, code: str, keep_session: str = "") -> list[str]:
    """Give a user a second factor, or another in its place, and return its recovery codes.

    The code proves that the app has the secret. Every other session of the user ends: it has
    passed no such factor. Raises Refused where the code is not right.
    """
    step = codes.matching_step(secret=secret, code=code, at=clock.true_now())
    if step is None:
        raise Refused(NOT_THIS_CODE)
    with change(verb="Set up a second factor", by=user):
        locked(User, user.pk)  # two windows of one person must not both add a first
        present = SecondFactor.objects.filter(user=user).first()
        factor = present or SecondFactor(user=user)
        factor.secret, factor.last_step = codes.seal(secret), step
        shown = _with_new_recovery_codes(factor)
        end_sessions(user, keep=keep_session)
    return shown


def renew_recovery_codes(*, user: User) -> list[str]:
    """Put ten new recovery codes in the place of those that are left, and return them."""
    with change(verb="Renewed the recovery codes", by=user):
        return _with_new_recovery_codes(locked(SecondFactor, _factor_of(user).pk))


def remove_factor(*, user: User) -> None:
    """Let a user sign in with the password alone again, where no role of theirs forbids it."""
    needed_for = [role.name for role in roles_that_need_it(user, on=clock.today())]
    enforce(refusal_to_remove_factor(needed_for=needed_for))
    with change(verb="Removed the second factor", by=user):
        locked(SecondFactor, _factor_of(user).pk).delete()


def reset_factor(*, user: User, by: Any, reason: str) -> None:
    """Take a second factor away from somebody who has lost it, and end their sessions."""
    factor = SecondFactor.objects.filter(user=user).first()
    enforce(refusal_to_reset_factor(own_account=by.pk == user.pk, has_factor=factor is not None))
    with change(verb="Reset the second factor", by=by, reason=reason):
        locked(SecondFactor, _factor_of(user).pk).delete()
        end_sessions(user)


def use_code(*, user: User, code: str) -> bool:
    """Say whether a code of the app is right, and take it: it is right only once."""
    factor = SecondFactor.objects.filter(user=user).first()
    if factor is None:
        return False
    secret = codes.unseal(factor.secret)
    if not secret:
        return False
    step = codes.matching_step(secret=secret, code=code, at=clock.true_now())
    return step is not None and SecondFactor.objects.accept_step(factor, step)


def use_recovery_code(*, user: User, code: str) -> bool:
    """Say whether a recovery code is right, and use it up."""
    factor = SecondFactor.objects.filter(user=user).first()
    kept = factor.recovery_digests if factor else []
    digest = next((found for found in codes.possible_digests(code) if found in kept), None)
    if factor is None or digest is None:
        return False
    with change(verb="Used a recovery code", by=user):
        factor = locked(SecondFactor, factor.pk)
        if digest not in factor.recovery_digests:
            raise Refused(Refusal("code-used", "That recovery code was used just now."))
        factor.recovery_digests.remove(digest)
        factor.recovery_codes_left = len(factor.recovery_digests)
        factor.save()
    return True


def _factor_of(user: User) -> SecondFactor:
    factor: SecondFactor | None = SecondFactor.objects.filter(user=user).first()
    if factor is None:
        raise Refused(Refusal("no-factor", "There is no second factor any more."))
    return factor


def _with_new_recovery_codes(factor: SecondFactor) -> list[str]:
    shown = codes.new_recovery_codes()
    factor.recovery_digests = [codes.recovery_digest(code) for code in shown]
    factor.recovery_codes_left = len(shown)
    factor.save()
    return shown
