"""May this be done to this account now?"""

from collections.abc import Iterable
from datetime import date

from govreg.core.refusals import Refusal

Period = tuple[date | None, date | None]


def refusal_to_deactivate(*, own_account: bool) -> Refusal | None:
    """Refuse to lock oneself out."""
    if own_account:
        return Refusal("own-account", "You cannot deactivate yourself. Ask another administrator.")
    return None


def refusal_of_email(*, email: str, taken: bool) -> Refusal | None:
    """Refuse an address that another account signs in with, in whatever case it is written."""
    if taken:
        return Refusal(
            "email-taken",
            f"Another account signs in with {email}. Reactivate that one, or use another address.",
        )
    return None


def refusal_of_holding(
    *, start: date | None, end: date | None, others: Iterable[Period]
) -> Refusal | None:
    """Refuse a role that ends before it starts, or that is held already for part of the time."""
    if start and end and end < start:
        return Refusal("ends-before-start", "The last day cannot be before the first day.")
    for other_start, other_end in others:
        begins_in_time = start is None or other_end is None or start <= other_end
        lasts_long_enough = end is None or other_start is None or end >= other_start
        if begins_in_time and lasts_long_enough:
            return Refusal(
                "role-held", "The person already holds this role there for part of that time."
            )
    return None


def refusal_to_end_role(*, own_administration: bool) -> Refusal | None:
    """Refuse to give away the last key: somebody else must end an administrator's own role."""
    if own_administration:
        return Refusal(
            "own-role",
            "You cannot end your own role as administrator. Ask another administrator.",
        )
    return None


def refusal_to_remove_factor(*, needed_for: Iterable[str]) -> Refusal | None:
    """Refuse to remove the second factor that a role of the person needs."""
    roles = list(needed_for)
    if roles:
        return Refusal(
            "factor-needed",
            f"Your role needs a second factor: {', '.join(roles)}. You can replace it by another.",
        )
    return None


def refusal_to_reset_factor(*, own_account: bool, has_factor: bool) -> Refusal | None:
    """Refuse to go round the password question, and to reset what is not there."""
    if not has_factor:
        return Refusal("no-factor", "This person has no second factor, so there is none to reset.")
    if own_account:
        return Refusal(
            "own-factor",
            "You replace your own second factor on the page “Your account”, with your password.",
        )
    return None


def refusal_to_change_password(*, has_password: bool) -> Refusal | None:
    """Refuse to change a password that there is none of."""
    if not has_password:
        return Refusal(
            "no-password",
            "You have no password here, because you sign in with your council account. To have "
            "one as well, sign out and choose “I have forgotten my password, or have none yet”.",
        )
    return None


def refusal_of_council_account(*, email: str, is_user: bool, is_active: bool) -> Refusal | None:
    """Refuse whom the council knows and the register does not: nobody is added by signing in."""
    if not is_user:
        return Refusal(
            "council-unknown",
            f"There is no user of this register with the address {email}. Ask the register’s "
            "administrator to add you.",
        )
    if not is_active:
        return Refusal(
            "council-inactive",
            "Your account in this register has been deactivated. Ask the register’s administrator.",
        )
    return None
