"""What should a person see first, by the roles they hold?"""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from govreg.core import clock
from govreg.core.access import Permission, access
from govreg.core.access.roles import SCRUTINY_MEMBER
from govreg.core.outbox.colours import colour_of
from govreg.core.outbox.models import LongWork
from govreg.site.queries.front_page import (
    issued_lately,
    published_lately,
    to_come,
    to_come_for_posts,
)
from partnerships.models import Partnership
from partnerships.queries.answering import Waiting, quarters_missed, quarters_waiting
from partnerships.queries.governance_reviews import to_answer
from partnerships.queries.meetings import meetings_to_record
from recommendations.queries import extensions, worklist
from recommendations.queries.closure_decisions import proposed
from recommendations.queries.owed import drafts_of, owed_by
from reviews.models import Review

SHOWN = 10


@dataclass(frozen=True, slots=True)
class Asked:
    """Something that the reader asked for and that takes a while, and how it stands."""

    work: LongWork
    stands: str

    @property
    def colour(self) -> str:
        """The colour beside the word."""
        return colour_of(self.stands)


@access.signed_in
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Show what the reader owes, what waits for them, and what was issued lately."""
    user: Any = request.user
    today = clock.today()
    owed = owed_by(user, on=today)
    own = _own_partnerships(user)
    # Whoever keeps every plan chases the others: theirs would be all actions there are.
    waiting, keeps_all = _waiting(user), user.may(Permission.KEEP_PLANS)
    context = {
        "title": f"Good day, {user.name}",
        "roles": user.roles(),
        "owed": owed,
        "drafts": drafts_of(user),
        "verifying": user.may_somewhere(Permission.VERIFY),
        "to_verify": worklist.to_verify(user)[:SHOWN],
        "approving": user.may_somewhere(Permission.APPROVE_RESPONSES),
        "to_approve": worklist.awaiting_approval(user)[:SHOWN],
        "to_endorse": extensions.to_endorse(user)[:SHOWN],
        "to_decide": extensions.decidable(user)[:SHOWN],
        "to_close": proposed(user)[:SHOWN],
        "responding": user.may_somewhere(Permission.WRITE_RESPONSES),
        "to_answer": worklist.awaiting_response(user)[:SHOWN],
        "keeping_meetings": user.may_somewhere(Permission.KEEP_MEMBERSHIP),
        "to_record": meetings_to_record(user, on=today)[:SHOWN],
        "yearly_reviews": to_answer(user, on=today)[:SHOWN],
        "quarters": [] if keeps_all else waiting,
        "missed": [] if keeps_all else quarters_missed(user, on=today)[:SHOWN],
        "open_quarters": waiting[:SHOWN] if keeps_all else [],
        "may_chase": user.may(Permission.RUN_QUARTERS),
        "today": today,
        "gaps_url": _gaps_url(user, own),
        "reviews": Review.objects.visible_to(user).select_related("client")[:5],
        "issued": issued_lately(user),
        "published": published_lately(user),
        "own_items": to_come_for_posts(user, on=today),
        "items": to_come(user) if _follows_programme(user) else [],
        "reads_programme": user.may_somewhere(Permission.VIEW_ISSUED_REVIEWS),
        "may_owe": {role.code for role in user.roles()} != {SCRUTINY_MEMBER.code},
        "asked": _asked_lately(user),
        "partnerships": own,
    }
    return render(request, "site/home.html", context)


def _waiting(user: Any) -> list[Waiting]:
    """Return the open quarters in which something that the reader answers for waits."""
    return [one for one in quarters_waiting(user, on=clock.today()) if one.waiting]


def _follows_programme(user: Any) -> bool:
    """Say whether the reader sits on a committee, or serves one."""
    codes = {role.code for role in user.roles()}
    return SCRUTINY_MEMBER.code in codes or user.may_somewhere(Permission.RECORD_DECISIONS)


def _asked_lately(user: Any) -> list[Asked]:
    """Return the long work that the reader asked for, with how it stands."""
    at = clock.true_now()
    found = LongWork.objects.filter(asked_by=user.pk).lately(at=at)[:SHOWN]
    return [Asked(work, work.stands(at=at)) for work in found]


def _gaps_url(user: Any, own: list[Partnership]) -> str:
    """Return the list of gaps for whoever keeps partnerships; of their own where that is one.

    How many there are would take every point of governance to be judged, so only the way is shown.
    """
    if not user.may_somewhere(Permission.KEEP_PARTNERSHIPS):
        return ""
    asked = f"?{urlencode({'name': own[0].name})}" if len(own) == 1 else ""
    return f"{reverse('partnerships:governance-gaps')}{asked}"


def _own_partnerships(user: Any) -> list[Partnership]:
    """Return the partnerships that the reader keeps by a role for their scope."""
    scopes = [holding.scope_id for holding in user.holdings() if holding.scope_id]
    if not scopes:
        return []
    return list(Partnership.objects.visible_to(user).filter(scope__in=scopes))
