"""How far is an agreed action on a day, in an officer's words and by the calendar?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from types import SimpleNamespace
from typing import Any

from govreg.core.ratings import ProgressRating
from govreg.core.ui.words import long_date
from govreg.reports.queries.followed_up import FollowedUp
from govreg.reports.queries.review_facts import ReviewFacts
from recommendations.models import (
    AgreedAction,
    CompletionClaim,
    ProgressUpdate,
    Recommendation,
    Response,
    Verification,
)
from recommendations.queries.progress import answered, progress_of
from recommendations.rules.timeliness import timeliness

from .plan import LineProgress, ProgressSaid

Outcome = CompletionClaim.Outcome


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of the day in the shape of a related set, for rules that read records."""

    rows: Sequence[Any]

    def all(self) -> Sequence[Any]:
        """Return the rows."""
        return self.rows


def state_in_words(found: Recommendation, rows: list[Response], facts: ReviewFacts) -> str:
    """Return the state that follows from the actions of the day."""
    return progress_of(found.ended_as, _as_related(rows, facts)).label


def unanswered(found: Recommendation, rows: list[Response], facts: ReviewFacts) -> tuple[str, ...]:
    """Return whom the recommendation concerns and no response covers, where some are covered."""
    asked: Any = SimpleNamespace(subjects=Rows(facts.subjects.get(found.pk, ())))
    return answered(asked, _as_related(rows, facts)).missing


def _as_related(rows: list[Response], facts: ReviewFacts) -> list[Any]:
    return [
        SimpleNamespace(
            decision=row.decision,
            actions=Rows(facts.actions.get(row.pk, ())),
            subjects=Rows(facts.response_subjects.get(row.pk, ())),
        )
        for row in rows
    ]


def line_progress(
    action: AgreedAction,
    followed: FollowedUp,
    *,
    issued_on: date | None,
    on: date,
    due_soon_days: int,
    officer_names: bool,
    ended: bool,
) -> LineProgress:
    """Return how an action stands on a day; what ended with its recommendation is never late."""
    standing = timeliness(
        state=action.state,
        sense=action.sense,
        due_date=action.due_date,
        review_date=action.review_date,
        original_due=action.original_due,
        issued_on=issued_on,
        on=on,
        due_soon_days=due_soon_days,
        followed_up=not ended,
    )
    return LineProgress(
        state=action.get_state_display(),
        state_since=action.state_since,
        standing=standing.words,
        standing_code=str(standing.code),
        due=action.due_date,
        original_due=action.original_due,
        review=action.review_date,
        said=_last_said(followed.updates.get(action.pk, []), followed, officer_names),
        verified=_decided(action, followed),
        extensions=followed.extended(action.pk),
    )


def _last_said(
    updates: list[ProgressUpdate], followed: FollowedUp, officer_names: bool
) -> ProgressSaid | None:
    submitted = [x for x in updates if x.submitted_on and x.submitted_at]
    if not submitted:
        return None
    last = max(submitted, key=lambda x: (x.submitted_at, x.pk))
    assert last.submitted_on is not None  # only the submitted are read
    return ProgressSaid(
        rating=ProgressRating(last.rating).label,
        narrative=last.narrative,
        reason=last.reason,
        by=followed.users.get(last.by_id or 0, "") if officer_names else "",
        on=last.submitted_on,
    )


def _decided(action: AgreedAction, followed: FollowedUp) -> str:
    """Return what was found or decided of the action in the state that it is in now."""
    say = {
        AgreedAction.State.RISK_ACCEPTED: _accepted,
        AgreedAction.State.CLOSED: _closed,
        AgreedAction.State.CLAIMED: _awaited,
        AgreedAction.State.PROPOSED: _proposed,
        AgreedAction.State.AGREED: _returned,
    }
    return say[AgreedAction.State(action.state)](action, followed)


def _accepted(action: AgreedAction, followed: FollowedUp) -> str:
    rows = followed.acceptances.get(action.pk, [])
    if not rows:
        return ""
    last = max(rows, key=lambda row: (row.decided_on, row.pk))
    return (
        f"Risk accepted {long_date(last.decided_on)}, to be reviewed {long_date(last.review_date)}"
    )


def _closed(action: AgreedAction, followed: FollowedUp) -> str:
    found = _last_verification(_last_claim(action, followed, Outcome.VERIFIED), followed)
    if found is None:
        return ""
    return f"{found.get_result_display()}: verified {long_date(found.verified_on)}"


def _proposed(action: AgreedAction, followed: FollowedUp) -> str:
    return f"{_closed(action, followed)}. Proposed for closure; the committee has not agreed yet"


def _awaited(action: AgreedAction, followed: FollowedUp) -> str:
    found = _last_verification(_last_claim(action, followed, Outcome.PENDING), followed)
    if found is None:
        return "Awaiting verification"
    return f"Awaiting verification. Looked at, not tested, {long_date(found.verified_on)}"


def _returned(action: AgreedAction, followed: FollowedUp) -> str:
    """Return what the last claim lacked; an action that was opened again says nothing."""
    refused = max(
        followed.closures.get(action.pk, []), key=lambda row: (row.decided_on, row.pk), default=None
    )
    if refused and not refused.agreed and _last_claim(action, followed, Outcome.RETURNED):
        return f"Closure not agreed, {long_date(refused.decided_on)}: {refused.reason}"
    found = _last_verification(_last_claim(action, followed, Outcome.RETURNED), followed)
    if found is None:
        return ""
    return f"Returned: {found.get_result_display().lower()}, {long_date(found.verified_on)}"


def _last_claim(
    action: AgreedAction, followed: FollowedUp, outcome: CompletionClaim.Outcome
) -> CompletionClaim | None:
    """Return the last claim, if this is what became of it."""
    claims = followed.claims.get(action.pk, [])
    last = max(claims, key=lambda row: (row.claimed_on, row.pk), default=None)
    return last if last and last.outcome == outcome else None


def _last_verification(claim: CompletionClaim | None, followed: FollowedUp) -> Verification | None:
    rows = followed.verifications.get(claim.pk, []) if claim else []
    return max(rows, key=lambda row: (row.verified_on, row.pk), default=None)
