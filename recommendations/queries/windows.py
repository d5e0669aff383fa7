"""What did an update window ask for, what was answered in it, and what is missing?

A window is read as at its last moment: what is submitted, claimed or changed later alters nothing
that a closed window shows.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import (
    Case,
    CharField,
    Count,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce

from govreg.core.access import Permission
from recommendations.models import (
    ActionOwner,
    AgreedAction,
    CompletionClaim,
    ProgressUpdate,
    UpdateRequest,
    UpdateWindow,
)
from recommendations.rules.ratings import ComputedRating, Travel, computed_rating
from reviews.queries.particulars import without_particulars

from .ratings import rule_in_force, told_ratings, travel_of

State = AgreedAction.State
ANSWERED, CLAIMED, ENDED, MISSING = "answered", "claimed", "ended", "missing"
ANSWERS = {
    ANSWERED: ("Answered", "green"),
    CLAIMED: ("Completion claimed", "blue"),
    ENDED: ("Not followed up any more", "grey"),
    MISSING: ("Missing", "red"),
}


def window_asking(
    action: AgreedAction, *, on: date, corrects: ProgressUpdate | None, lock: bool = False
) -> UpdateWindow | None:
    """Return the open window that an update of an action answers on a day, if one asks for it.

    A correction belongs where what it corrects does, while that is open. Of several windows it is
    the one that closes first of those that wait for an answer still. With `lock`,
    inside a transaction, nobody closes it or moves the action out before the answer is written.
    """
    answered = ProgressUpdate.objects.submitted().filter(window=OuterRef("pk"), action=action)
    windows = UpdateWindow.objects.open(on=on)
    asking = (
        (windows.select_for_update(of=("self",)) if lock else windows)
        .filter(requests__action=action)
        .annotate(is_answered=Exists(answered))
        .order_by("is_answered", "closes", "pk")
    )
    found = list(asking)
    if corrects is not None and corrects.window_id is not None:
        return next((window for window in found if window.pk == corrects.window_id), None)
    return found[0] if found else None


def _as_it_was(column: str) -> Subquery:
    """Return a column of the asked action as at the window's last moment."""
    rows: Any = AgreedAction.history.filter(
        id=OuterRef("action_id"), history_date__lte=OuterRef("window__ends_at")
    )
    return Subquery(rows.order_by("-history_date", "-history_id").values(column)[:1])


def _with_answers(requests: QuerySet[UpdateRequest]) -> Any:
    """Say with requests, in `answer`, how each stood at the window's last moment."""
    submitted = ProgressUpdate.objects.submitted().filter(
        window=OuterRef("window_id"), action=OuterRef("action_id")
    )
    ended = Q(action__response__recommendation__ended_on__lte=F("window__closes")) & (
        Q(window__closed_on__isnull=True)
        | Q(action__response__recommendation__ended_on__lt=F("window__closed_on"))
    )
    return requests.annotate(
        answer=Case(
            When(Exists(submitted), then=Value(ANSWERED)),
            When(ended, then=Value(ENDED)),
            default=Case(
                When(
                    Q(state_then__in=[State.CLAIMED, State.PROPOSED, State.CLOSED]),
                    then=Value(CLAIMED),
                ),
                When(state_then=State.RISK_ACCEPTED, then=Value(ENDED)),
                default=Value(MISSING),
            ),
            output_field=CharField(),
        )
    )


def answered_requests(requests: QuerySet[UpdateRequest]) -> Any:
    """Say with requests, in `answer`, how each stood, with the state that its action had then."""
    return _with_answers(requests.annotate(state_then=_as_it_was("state")))


@dataclass(frozen=True, slots=True)
class Figures:
    """How many actions were asked in a window, and how they stand; drafts where they are told."""

    asked: int
    answered: int
    claimed: int
    ended: int
    missing: int
    drafts: int | None = None

    @property
    def rate(self) -> int | None:
        """How many per cent of what was owed was answered or claimed; None where none was owed."""
        owed = self.asked - self.ended
        return round(100 * (self.answered + self.claimed) / owed) if owed else None


def figures_of(window: UpdateWindow, *, user: Any, is_open: bool) -> Figures:
    """Count, of what a user may see of a window, how its actions stand.

    Drafts are counted for those who keep the windows, while it is open; nobody reads them.
    """
    seen = UpdateRequest.objects.filter(window=window).visible_to(user)
    counted = answered_requests(seen).order_by().values("answer").annotate(number=Count("pk"))
    found = {row["answer"]: row["number"] for row in counted}
    drafts = None
    if is_open and user.may(Permission.KEEP_WINDOWS):
        begun = ProgressUpdate.objects.filter(
            submitted_on__isnull=True, action__in=seen.order_by().values("action_id")
        )
        drafts = begun.order_by().values("action_id").distinct().count()
    return Figures(
        asked=sum(found.values()),
        answered=found.get(ANSWERED, 0),
        claimed=found.get(CLAIMED, 0),
        ended=found.get(ENDED, 0),
        missing=found.get(MISSING, 0),
        drafts=drafts,
    )


def windows_for_list(user: Any) -> Any:
    """Fetch the windows that a user may see, with how many of their actions stand how."""
    seen = answered_requests(
        UpdateRequest.objects.filter(window=OuterRef("pk")).visible_to(user)
    ).order_by()

    def counted(*answers: str) -> Any:
        rows = seen.filter(answer__in=answers) if answers else seen
        number = rows.values("window_id").annotate(number=Count("pk")).values("number")
        return Coalesce(Subquery(number), 0, output_field=IntegerField())

    return UpdateWindow.objects.visible_to(user).annotate(
        asked=counted(), answered=counted(ANSWERED, CLAIMED), missing=counted(MISSING)
    )


def requests_for_list(window: UpdateWindow, *, user: Any) -> Any:
    """Fetch what a user may see of a window's actions, with what a list shows of each.

    The window's answer of an action is the last update that belongs to it, in `answers_here`.
    """
    stated = ProgressUpdate.objects.submitted().filter(
        action=OuterRef("action_id"),
        percent_complete__isnull=False,
        submitted_at__lte=OuterRef("window__ends_at"),
    )
    answers = (
        ProgressUpdate.objects.submitted()
        .filter(window=window)
        .select_related("by")
        .order_by("-submitted_at", "-pk")
    )
    owners = Prefetch(
        "action__owners",
        ActionOwner.objects.select_related(*ActionOwner.KINDS),
        to_attr="named_owners",
    )
    requests = UpdateRequest.objects.filter(window=window).visible_to(user)
    with_review = answered_requests(requests).select_related(
        "action__response__recommendation__review",
        "action__response__recommendation__priority",
        "moved_from",
    )
    latest = answers.filter(action=OuterRef("action_id"))
    history: Any = CompletionClaim.history
    claimed = history.filter(
        action_id=OuterRef("action_id"), history_date__lte=OuterRef("window__ends_at")
    )
    return (
        without_particulars(with_review, of="action__response__recommendation__review")
        .annotate(
            due_then=_as_it_was("due_date"),
            percent_then=Subquery(
                stated.order_by("-submitted_at", "-pk").values("percent_complete")[:1]
            ),
            claimed_then=Exists(claimed),
            rating_here=Subquery(latest.values("rating")[:1]),
            answered_on=Subquery(latest.values("submitted_on")[:1]),
        )
        .prefetch_related(
            owners,
            Prefetch("action__updates", answers, to_attr="answers_here"),
            told_ratings("action__updates"),
        )
    )


class WindowRatings:
    """Works out the ratings of a window's lines by the rule of its last day, or of today."""

    def __init__(self, window: UpdateWindow, *, on: date) -> None:
        self.window = window
        self.day = min(on, window.last_day)
        self.rule = rule_in_force(on=self.day)

    def computed(self, request: Any) -> ComputedRating:
        """Return how the rule rates the action of a line of `requests_for_list`."""
        return computed_rating(
            self.rule,
            state=request.state_then,
            due_date=request.due_then,
            percent=request.percent_then,
            on=self.day,
            followed_up=request.answer != ENDED,
            given_back=request.claimed_then,
        )

    def travel(self, request: Any) -> Travel | None:
        """Return the direction of travel from the window before to this one."""
        return travel_of(request.action.told_ratings, window=self.window.pk)
