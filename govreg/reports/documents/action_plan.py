"""How do recommendations, responses and agreed actions become the lines of an action plan?"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from govreg.core.ui.words import long_date
from govreg.reports.queries.review_facts import ReviewFacts
from partnerships.models import Post
from recommendations.models import ActionOwner, AgreedAction, Recommendation, Response

from .parts import Priority
from .plan import AWAITING_APPROVAL, ActionPlan, Entry, Line
from .progress import line_progress, state_in_words, unanswered
from .section_tree import priority_of

AN_OFFICER = "An officer (not named here)"
DECISIONS = dict(Response.Decision.choices)


@dataclass(frozen=True, slots=True)
class Reading:
    """For which day and which reader a plan is made."""

    on: date
    officer_names: bool
    is_draft: bool
    with_progress: bool
    due_soon_days: int


@dataclass(frozen=True, slots=True)
class Answer:
    """A response as far as it may be printed."""

    row: Response
    text: str
    decision: str
    actions: tuple[AgreedAction, ...]


def build_plan(facts: ReviewFacts, reading: Reading) -> ActionPlan:
    """Return the whole plan, in the order of the recommendations."""
    return ActionPlan(
        legend=tuple(Priority(found.mark, found.meaning) for found in facts.priorities),
        legend_on_each_page=facts.review.legend_on_each_page,
        entries=tuple(_entry(found, facts, reading) for found in facts.recommendations),
    )


def _entry(found: Recommendation, facts: ReviewFacts, reading: Reading) -> Entry:
    levels = {level.pk: level for level in facts.priorities}
    numbers = {section.pk: section.number for section in facts.sections}
    answers = list(_answers(facts.responses.get(found.pk, []), facts, reading))
    return Entry(
        number=found.number,
        wording=found.wording,
        priority=priority_of(levels.get(found.priority_id)),
        section=numbers.get(found.section_id, ""),
        state=state_in_words(found, [x.row for x in answers], facts)
        if reading.with_progress
        else "",
        ended=_ended(found, facts),
        unanswered=unanswered(found, [x.row for x in answers], facts),
        lines=tuple(
            x
            for answer in answers
            for x in _lines(answer, facts, reading, ended=bool(found.ended_as))
        ),
    )


def _ended(found: Recommendation, facts: ReviewFacts) -> str:
    if not found.ended_as:
        return ""
    words = found.get_ended_as_display()
    later = next((x for x in facts.recommendations if x.pk == found.superseded_by_id), None)
    return f"{words} by recommendation {later.number}" if later else words


def _answers(rows: list[Response], facts: ReviewFacts, reading: Reading) -> Iterator[Answer]:
    """Yield the responses that stand, each with the last text that may be printed.

    A later response takes the place of an earlier one; until it is approved, readers of an issued
    review see the text that was approved before it.
    """
    replaced = {row.replaced_by_id: row for row in rows if row.replaced_by_id}
    for row in rows:
        if row.replaced_by_id is not None:
            continue
        source: Response | None = row
        while source is not None and not (reading.is_draft or source.approved_on):
            source = replaced.get(source.pk)
        if source is None:
            yield Answer(row, AWAITING_APPROVAL, "", ())
            continue
        actions = tuple(facts.actions.get(row.pk, ()))
        yield Answer(row, source.text, DECISIONS.get(source.decision, ""), actions)


def _lines(answer: Answer, facts: ReviewFacts, reading: Reading, *, ended: bool) -> Iterator[Line]:
    for index, action in enumerate(answer.actions or (None,)):
        yield Line(
            in_respect_of=answer.row.in_respect_of,
            response=answer.text,
            decision=answer.decision,
            begins_response=index == 0,
            action=action.text if action else "",
            owners=_owners(action, facts, reading) if action else (),
            timescale=_timescale(action) if action else "",
            has_action=action is not None,
            progress=line_progress(
                action,
                facts.followed,
                issued_on=facts.review.issued_on,
                on=reading.on,
                due_soon_days=reading.due_soon_days,
                officer_names=reading.officer_names,
                ended=ended,
            )
            if action and reading.with_progress
            else None,
        )


def _owners(action: AgreedAction, facts: ReviewFacts, reading: Reading) -> tuple[str, ...]:
    users = facts.followed.users if reading.officer_names else {}
    return tuple(owner_in_words(row, users) for row in facts.owners.get(action.pk, ()))


def owner_in_words(row: ActionOwner, users: dict[int, str]) -> str:
    """Return who is responsible; of users only those whose names may be said."""
    if row.user_id is not None:
        return users.get(row.user_id, AN_OFFICER)
    party: Post | object | None = row.post or row.team or row.body
    return str(party) if party else AN_OFFICER


def _timescale(action: Any) -> str:
    """Return the timescale as printed; where only a day was given, that day."""
    printed: str = action.timescale_printed.strip()
    return printed or (long_date(action.original_due) if action.original_due else "")
