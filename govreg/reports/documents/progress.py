"""How far is an agreed action on a day, in an officer's words and by the calendar?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from types import SimpleNamespace
from typing import Any

from govreg.core.ratings import ProgressRating
from govreg.core.ui.words import long_date
from govreg.reports.queries.review_facts import ReviewFacts
from recommendations.models import AgreedAction, ProgressUpdate, Recommendation, Response
from recommendations.queries.progress import answered, progress_of
from recommendations.rules.timeliness import timeliness

from .plan import LineProgress, ProgressSaid


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
            actions=Rows(facts.actions.get(row.pk, ())),
            subjects=Rows(facts.response_subjects.get(row.pk, ())),
        )
        for row in rows
    ]


def line_progress(
    action: AgreedAction,
    facts: ReviewFacts,
    *,
    on: date,
    due_soon_days: int,
    officer_names: bool,
) -> LineProgress:
    """Return how an action stands on a day."""
    standing = timeliness(
        state=action.state,
        sense=action.sense,
        due_date=action.due_date,
        review_date=action.review_date,
        original_due=action.original_due,
        issued_on=facts.review.issued_on,
        on=on,
        due_soon_days=due_soon_days,
    )
    return LineProgress(
        state=action.get_state_display(),
        state_since=action.state_since,
        standing=standing.words,
        standing_code=str(standing.code),
        due=action.due_date,
        original_due=action.original_due,
        review=action.review_date,
        said=_last_said(facts.updates.get(action.pk, []), facts, officer_names),
        verified=_verified(action, facts) or _accepted(action, facts),
    )


def _last_said(
    updates: list[ProgressUpdate], facts: ReviewFacts, officer_names: bool
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
        by=facts.users.get(last.by_id or 0, "") if officer_names else "",
        on=last.submitted_on,
    )


def _verified(action: AgreedAction, facts: ReviewFacts) -> str:
    found = [
        row
        for claim in facts.claims.get(action.pk, ())
        for row in facts.verifications.get(claim.pk, ())
    ]
    if not found:
        return ""
    last = max(found, key=lambda row: (row.verified_on, row.pk))
    return f"{last.get_result_display()}: verified {long_date(last.verified_on)}"


def _accepted(action: AgreedAction, facts: ReviewFacts) -> str:
    rows = facts.acceptances.get(action.pk, [])
    if not rows or action.state != AgreedAction.State.RISK_ACCEPTED:
        return ""
    last = max(rows, key=lambda row: (row.decided_on, row.pk))
    return (
        f"Risk accepted {long_date(last.decided_on)}, to be reviewed {long_date(last.review_date)}"
    )
