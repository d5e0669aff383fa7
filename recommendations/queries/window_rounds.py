"""What does an open update window ask of one officer, and what have they begun?"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, Prefetch, QuerySet

from recommendations.models import AgreedAction, ProgressUpdate, UpdateRequest, UpdateWindow

from .ownership import owned_actions
from .windows import ANSWERED, MISSING, answered_requests, requests_for_list

#: So many lines are filled in on one page; a form of more would be too long to send.
MOST_LINES = 40


def seen_of(latest: ProgressUpdate | None, draft: ProgressUpdate | None) -> str:
    """Return a mark of what an officer has before them: the last update, and their draft."""
    begun = f"{draft.pk}.{draft.version}" if draft else "0"
    return f"{latest.pk if latest else 0}-{begun}"


@dataclass(frozen=True, slots=True)
class RoundLine:
    """One asked action of an officer's round."""

    request: Any
    draft: ProgressUpdate | None
    seen: str

    @property
    def action(self) -> AgreedAction:
        """The action that is asked for an update."""
        found: AgreedAction = self.request.action
        return found

    @property
    def waits(self) -> bool:
        """Whether it waits for an answer."""
        return bool(self.request.answer == MISSING)


def own_requests(window: UpdateWindow, *, user: Any, on: date) -> QuerySet[UpdateRequest]:
    """Return what a window asks of the actions that a user owns on a day."""
    owned = owned_actions(user, on=on).order_by().values("pk")
    return UpdateRequest.objects.filter(window=window, action__in=owned)


def round_lines(window: UpdateWindow, *, user: Any, on: date) -> list[RoundLine]:
    """Read an officer's round in a constant number of queries, what is due first on top."""
    owned = owned_actions(user, on=on).order_by().values("pk")
    drafts = ProgressUpdate.objects.filter(by=user, submitted_on__isnull=True)
    requests = (
        requests_for_list(window, user=user)
        .filter(action__in=owned)
        .prefetch_related(Prefetch("action__updates", drafts, to_attr="own_drafts"))
        .order_by(F("action__due_date").asc(nulls_last=True), "pk")
    )
    lines = []
    for request in requests:
        action: Any = request.action
        told, begun = action.told_ratings, action.own_drafts
        draft = begun[0] if begun else None
        lines.append(RoundLine(request, draft, seen_of(told[0] if told else None, draft)))
    return lines


@dataclass(frozen=True, slots=True)
class Asked:
    """An open window that asks an officer: what it waits for, and how much was answered."""

    window: UpdateWindow
    missing: list[AgreedAction]
    answered: int


def asked_of(user: Any, *, on: date) -> list[Asked]:
    """Return what open windows ask of an officer on a day, in two queries, the first to close on
    top."""
    owned = owned_actions(user, on=on).order_by().values("pk")
    windows = list(UpdateWindow.objects.open(on=on).order_by("closes", "pk"))
    if not windows:
        return []
    asked = UpdateRequest.objects.filter(window__in=windows, action__in=owned)
    rows = answered_requests(asked).select_related("action__response")
    by_window: dict[int, list[Any]] = {}
    for row in rows.order_by(F("action__due_date").asc(nulls_last=True), "pk"):
        by_window.setdefault(row.window_id, []).append(row)
    return [
        Asked(
            window=window,
            missing=[row.action for row in by_window[window.pk] if row.answer == MISSING],
            answered=len([row for row in by_window[window.pk] if row.answer == ANSWERED]),
        )
        for window in windows
        if window.pk in by_window
    ]
