"""In which part of a committee's report does an agreed action stand, and what is said of it?"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from govreg.core.ui.words import long_date
from govreg.reports.queries.follow_up_facts import FollowUpFacts
from govreg.reports.queries.followed_up import grouped
from recommendations.models import (
    AgreedAction,
    ExtensionRequest,
    ProgressUpdate,
    Recommendation,
    Response,
)
from recommendations.rules.ratings import RatingRule, computed_rating
from recommendations.rules.timeliness import LATE, Timeliness
from reviews.models import Review

from .action_plan import owner_in_words
from .follow_up import (
    ASKED,
    COMPLETED,
    ENDED,
    LIVE,
    OVERDUE,
    Extension,
    Figures,
    FollowUpLine,
    WithoutAction,
)
from .parts import Priority
from .plan import LineProgress
from .progress import line_progress

State = AgreedAction.State
EARLIER = ""
LATE_CODES = {str(code) for code in LATE}
ALL = "All priorities"


@dataclass(frozen=True, slots=True)
class Period:
    """From the day after one meeting to the end of another day."""

    since: date
    on: date
    rule: RatingRule
    officer_names: bool

    def holds(self, day: date | None) -> bool:
        """Say whether something happened in the period; what has no day is older."""
        return day is not None and self.since < day <= self.on


@dataclass(frozen=True, slots=True)
class Placed:
    """A line, the part it stands in (or none: it ended before the period), and its priority."""

    part: str
    rank: int
    line: FollowUpLine


def placed_lines(facts: FollowUpFacts, period: Period) -> list[Placed]:
    """Return a line for each agreed action, in the order of the facts."""
    return [_placed(action, facts, period) for action in facts.actions]


def part_of(letter: str, placed: list[Placed]) -> tuple[FollowUpLine, ...]:
    """Return the lines of one part; what an extension is asked for stands in its own part too."""
    if letter == ASKED:
        return tuple(one.line for one in placed if one.line.extension)
    return tuple(one.line for one in placed if one.part == letter)


def figures_of(placed: list[Placed]) -> tuple[Figures, ...]:
    """Return how many stand how, by priority in the order of the scales, and of all."""
    marks = {one.line.priority.mark: one.rank for one in sorted(placed, key=lambda p: -p.rank)}
    rows = [
        _figures(mark, [one for one in placed if one.line.priority.mark == mark])
        for mark in sorted(marks, key=lambda mark: (marks[mark], mark))
    ]
    return (*rows, _figures(ALL, placed))


def _figures(name: str, placed: list[Placed]) -> Figures:
    counts: defaultdict[str, int] = defaultdict(int)
    for one in placed:
        counts[one.part] += 1
    return Figures(
        priority=name,
        live=counts[LIVE],
        overdue=counts[OVERDUE],
        completed=counts[COMPLETED],
        ended=counts[ENDED],
        earlier=counts[EARLIER],
    )


def _placed(action: AgreedAction, facts: FollowUpFacts, period: Period) -> Placed:
    response = facts.responses[action.response_id]
    recommendation = facts.recommendations[response.recommendation_id]
    review = facts.reviews[recommendation.review_id]
    ended = bool(recommendation.ended_as) or review.status == Review.Status.CLOSED
    progress = line_progress(
        action,
        facts.followed,
        issued_on=review.issued_on,
        on=period.on,
        due_soon_days=period.rule.due_soon,
        officer_names=period.officer_names,
        ended=ended,
    )
    level = facts.priorities.get(recommendation.priority_id)
    requests = facts.followed.extensions.get(action.pk, [])
    percent = _percent(facts.followed.updates.get(action.pk, []))
    line = FollowUpLine(
        reference=review.reference,
        number=recommendation.number,
        wording=recommendation.wording,
        priority=Priority(level.mark, level.meaning) if level else Priority("", ""),
        concerns=_concerns(recommendation, facts) or response.in_respect_of,
        action=action.text or response.text,
        owners=_owners(action, facts, period),
        timescale=action.timescale_printed.strip(),
        original_due=action.original_due,
        due=action.due_date,
        extensions=progress.extensions,
        slippage=action.slippage,
        standing=progress.state if progress.standing_code == "ended" else progress.standing,
        standing_code=progress.standing_code,
        computed=computed_rating(
            period.rule,
            state=action.state,
            due_date=action.due_date,
            percent=percent,
            on=period.on,
            followed_up=not ended,
            given_back=action.pk in facts.followed.claims,
        ).label,
        percent=percent,
        said=progress.said,
        verified=progress.verified,
        outcome=_outcome(recommendation, facts),
        extension=None if ended or action.state != State.AGREED else _asked(requests),
    )
    part = _part(action, recommendation, progress, facts, period)
    return Placed(part, level.rank if level else 0, line)


def _part(
    action: AgreedAction,
    recommendation: Recommendation,
    progress: LineProgress,
    facts: FollowUpFacts,
    period: Period,
) -> str:
    # What was finished is told of once, by its own end, whatever became of the recommendation.
    if action.state == State.CLOSED:
        return COMPLETED if period.holds(action.state_since) else EARLIER
    if action.state == State.RISK_ACCEPTED:
        decided = [row.decided_on for row in facts.followed.acceptances.get(action.pk, [])]
        return ENDED if period.holds(max(decided, default=action.state_since)) else EARLIER
    if recommendation.ended_as:
        return ENDED if period.holds(recommendation.ended_on) else EARLIER
    if progress.standing_code == Timeliness.NOT_FOLLOWED_UP:
        return EARLIER
    return OVERDUE if progress.standing_code in LATE_CODES else LIVE


def _concerns(recommendation: Recommendation, facts: FollowUpFacts) -> str:
    return ", ".join(str(row) for row in facts.subjects.get(recommendation.pk, []))


def _owners(action: AgreedAction, facts: FollowUpFacts, period: Period) -> tuple[str, ...]:
    users = facts.followed.users if period.officer_names else {}
    return tuple(owner_in_words(row, users) for row in facts.owners.get(action.pk, []))


def _percent(updates: list[ProgressUpdate]) -> int | None:
    """Return the last per cent that was stated; not every update states one."""
    stated = [one for one in updates if one.submitted_at and one.percent_complete is not None]
    last = max(stated, key=lambda one: (one.submitted_at, one.pk), default=None)
    return last.percent_complete if last else None


def _outcome(recommendation: Recommendation, facts: FollowUpFacts) -> str:
    """Return how a recommendation ended other than by its actions, and why."""
    if not recommendation.ended_as:
        return ""
    later = facts.recommendations.get(recommendation.superseded_by_id or 0)
    by = f" by recommendation {later.number}" if later else ""
    ended = f"{recommendation.get_ended_as_display()}{by} on {long_date(recommendation.ended_on)}"
    return f"{ended}: {recommendation.ended_because}"


def _asked(requests: list[ExtensionRequest]) -> Extension | None:
    """Return the request that waits for an answer; there is one at most."""
    found = next((one for one in requests if one.state in ExtensionRequest.OPEN), None)
    if found is None:
        return None
    endorsed = found.answered_on is not None
    return Extension(
        asked_on=found.asked_on,
        reason=found.reason,
        timescale=found.new_timescale,
        due=found.new_due,
        standing=f"Endorsed on {long_date(found.answered_on)}" if endorsed else "Not endorsed yet",
        answer=found.answer,
    )


def without_action(facts: FollowUpFacts) -> Iterator[WithoutAction]:
    """Give the recommendations that stand in no part, with what is known of their answers."""
    answers = grouped(facts.responses.values(), lambda row: row.recommendation_id)
    for row in facts.without_action:
        given = answers.get(row.pk, [])
        refused = given and all(one.decision == Response.Decision.NOT_ACCEPTED for one in given)
        level = facts.priorities.get(row.priority_id)
        yield WithoutAction(
            reference=facts.reviews[row.review_id].reference,
            number=row.number,
            wording=row.wording,
            priority=Priority(level.mark, level.meaning) if level else Priority("", ""),
            standing="Not accepted"
            if refused
            else "Answered, no action agreed"
            if given
            else "No answer approved yet",
        )
