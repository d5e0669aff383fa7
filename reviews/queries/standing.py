"""What may a person do to a review?"""

from typing import Any

from govreg.core.access import Permission
from reviews.models import Review


def may(user: Any, permission: Permission, review: Review) -> bool:
    """Say whether a user may do a thing to a review: council-wide, or in a scope it concerns.

    The register's own commands (no user) may do everything.
    """
    if user is None or user.may(permission):
        return True
    if not user.may_somewhere(permission):
        return False
    return bool(user.may_in_any(permission, review.scope_ids))


def may_write(user: Any, review: Review) -> bool:
    """Say whether a user may write a review.

    A review that concerns nobody yet may be written by whoever writes reviews anywhere.
    """
    if may(user, Permission.WRITE_REVIEWS, review):
        return True
    return bool(user.may_somewhere(Permission.WRITE_REVIEWS)) and not review.scope_ids


def may_begin(user: Any) -> bool:
    """Say whether a user may begin a review."""
    return bool(user.may_somewhere(Permission.WRITE_REVIEWS))
