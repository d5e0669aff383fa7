"""When did a user last sign in? The access log knows; the user's own record does not say."""

from datetime import datetime
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery

from govreg.core.accounts.models import AccessLogEntry, User

SIGN_INS = AccessLogEntry.objects.filter(event=AccessLogEntry.Event.SIGNED_IN)


def with_last_sign_in(users: QuerySet[User]) -> QuerySet[Any]:
    """Return users with `signed_in_at`."""
    latest = SIGN_INS.filter(user=OuterRef("pk")).order_by("-at").values("at")[:1]
    return users.annotate(signed_in_at=Subquery(latest))


def last_sign_in(user: User) -> datetime | None:
    """Return when a user last signed in, or None where they never did."""
    return SIGN_INS.filter(user=user).order_by("-at").values_list("at", flat=True).first()
