"""How does a private link to a calendar come about, and how does it end?"""

import hashlib
import secrets
from typing import Any

from govreg.core import clock
from govreg.core.editing.versions import locked
from govreg.core.history.change import change
from govreg.core.refusals import enforce
from partnerships.models import Body, CalendarLink
from partnerships.rules.calendars import refusal_of_another, refusal_of_anothers, refusal_to_revoke


def make_link(*, user: Any, body: Body | None = None) -> tuple[CalendarLink, str]:
    """Make a link for a user; return it with its token, which is nowhere kept."""
    in_use = CalendarLink.objects.filter(user=user, revoked_on__isnull=True)
    enforce(refusal_of_another(in_use=in_use.count()))
    token = secrets.token_urlsafe(32)
    with change(verb="Made a private calendar link", by=user):
        link = CalendarLink(
            user=user, body=body, token_digest=digest_of(token), made_on=clock.today()
        )
        link.save()
    return link, token


def revoke_link(*, link: CalendarLink, by: Any) -> CalendarLink:
    """End a link: its address leads nowhere from now on."""
    with change(verb="Revoked a private calendar link", by=by):
        link = locked(CalendarLink, link.pk)
        enforce(refusal_of_anothers(own=by is None or link.user_id == by.pk))
        enforce(refusal_to_revoke(revoked=bool(link.revoked_on)))
        link.revoked_on = clock.today()
        link.save()
    return link


def digest_of(token: str) -> str:
    """Return what is kept of a token. It is long and random, so no salt is needed."""
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()
