"""How does a person's password change?"""

from typing import Any

from govreg.core.accounts.models import User
from govreg.core.editing.versions import locked
from govreg.core.history.change import change

from .users import end_sessions

PASSWORD_SET = "Set a new password"  # noqa: S105 - a verb of the history


def set_password(*, user: User, password: str, by: Any, keep_session: str = "") -> User:
    """Set a password and end every session of the user but the one it was set in.

    `by` is None where a link that was sent by e-mail led here.
    """
    with change(verb=PASSWORD_SET, by=by):
        user = locked(User, user.pk)
        user.set_password(password)
        user.save()
        end_sessions(user, keep=keep_session)
    return user
