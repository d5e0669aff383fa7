"""How is a whole action plan brought in at once, by the rules that each part of it is kept by?

A plan may have ten thousand lines. What the rules ask of the register is read once for all; what is
there already is compared and never overwritten.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import CharField

from govreg.core import timescales
from govreg.core.editing.versions import locked
from govreg.core.history import bulk
from govreg.core.history.change import change
from govreg.core.refusals import Refusal
from govreg.core.timescales import Precision, Sense
from recommendations.models import (
    ActionOwner,
    AgreedAction,
    CrossReference,
    Recommendation,
    RecommendationSubject,
    Response,
    ResponseSubject,
)
from recommendations.queries.action_plans import plan_of
from recommendations.rules import action_plans as rules
from reviews.models import Review, ReviewPriority, Section
from reviews.queries.standing import may_write
from reviews.rules.wording import refusal_to_write

from .action_plan_standing import Standing
from .actions import AgreedTimescale, Owner, kind_of
from .recommendations import Subject, refusal_of_number
from .searching import enter_new_recommendations, enter_recommendation


@dataclass(slots=True)
class Planned:
    """One part of a plan that is brought in: on which line it stands, and why it may not be."""

    line: int
    record: Any = None
    is_new: bool = False
    refusals: list[Refusal] = field(default_factory=list)

    def must(self, refusal: Refusal | None) -> None:
        """Keep a rule's refusal, if it is one."""
        if refusal is not None and refusal not in self.refusals:
            self.refusals.append(refusal)


@dataclass(slots=True)
class PlannedAction(Planned):
    """One step, by whom and by when. `due_date` corrects what the printed words would mean."""

    text: str = ""
    owners: list[Owner] = field(default_factory=list)
    printed: str = ""
    review_date: date | None = None
    due_date: date | None = None


@dataclass(slots=True)
class PlannedResponse(Planned):
    """One body's answer with its steps."""

    in_respect_of: str = ""
    decision: str = Response.Decision.NOT_STATED
    text: str = ""
    subjects: list[Subject] = field(default_factory=list)
    actions: list[PlannedAction] = field(default_factory=list)


@dataclass(slots=True)
class PlannedRecommendation(Planned):
    """One recommendation with its answers; `see_also` are numbers of the same review."""

    number: str = ""
    section: Section | None = None
    priority: ReviewPriority | None = None
    wording: str = ""
    addressee: str = ""
    subjects: list[Subject] = field(default_factory=list)
    see_also: list[str] = field(default_factory=list)
    responses: list[PlannedResponse] = field(default_factory=list)

    def parts(self) -> Iterable[Planned]:
        """Give the recommendation and everything under it, in the order of the lines."""
        yield self
        for response in self.responses:
            yield response
            yield from response.actions


def bring_in_plan(
    *, review: Review, plan: Sequence[PlannedRecommendation], by: Any, write: bool, reason: str = ""
) -> bool:
    """Add what a plan has and the review has not: all of it, or nothing where a part is refused.

    Each part that is refused says why; each says whether it is new. Answers that a report prints
    may be brought in with its draft by those who write it; they wait for their approval. Returns
    whether something was written; with `write` false the plan is only judged.
    """
    with change(verb="Brought in an action plan", by=by, reason=reason):
        review = locked(Review, review.pk)
        held = plan_of(review)
        known = {one.number.casefold(): one for one in held}
        standing = Standing(review, held, by=by)
        refusal = refusal_to_write(status=review.status, may_write=may_write(by, review))
        _judge_numbers(plan)
        for place, one in enumerate(plan, start=1):
            present = known.get(one.number.casefold())
            if present is None:
                one.must(refusal)
                _draft(review, one, len(held) + place)
            else:
                one.record = present
                one.must(rules.refusal_of_other_words(one, present, locked=review.is_locked))
            _judge_responses(one, present, standing)
        _judge_references(plan, known)
        if not write or any(part.refusals for one in plan for part in one.parts()):
            return False
        _write(plan, known)
    return True


def _judge_numbers(plan: Sequence[PlannedRecommendation]) -> None:
    seen: dict[str, int] = {}
    for one in plan:
        one.must(refusal_of_number(one.number))
        first = seen.setdefault(one.number.casefold(), one.line)
        if first != one.line:
            one.must(rules.number_twice(one.number, first))


def _draft(review: Review, one: PlannedRecommendation, position: int) -> None:
    one.is_new = True
    one.must(rules.refusal_of_words(one.wording))
    one.record = Recommendation(
        review=review,
        position=position,
        number=one.number,
        wording=one.wording,
        addressee=one.addressee,
        priority=one.priority,
        section=one.section,
    )
    one.must(_too_long(one.record))


def _judge_responses(one: PlannedRecommendation, present: Any, standing: Standing) -> None:
    answers = present.answers if present else []
    for place, response in enumerate(one.responses):
        if place < len(answers):
            response.record = answers[place]
            response.must(rules.refusal_of_other_answer(response, answers[place]))
        else:
            response.is_new = True
            response.must(standing.refusal_to_answer(present))
            response.must(rules.refusal_of_no_answer(response.text))
            response.record = Response(
                recommendation=one.record,
                position=place + 1,
                in_respect_of=response.in_respect_of,
                decision=response.decision,
                text=response.text,
            )
            response.must(_too_long(response.record))
        steps = response.record.steps if not response.is_new else []
        for number, action in enumerate(response.actions):
            if number < len(steps):
                action.record = steps[number]
                action.must(rules.refusal_of_other_step(action, steps[number]))
            else:
                _judge_action(action, response, number + 1, standing.refusal_to_answer(present))


def _judge_action(
    action: PlannedAction, response: PlannedResponse, position: int, refusal: Refusal | None
) -> None:
    timescale = timescale_of(action)
    action.is_new = True
    action.must(refusal)
    action.must(rules.refusal_of_step(action, timescale))
    action.record = AgreedAction(
        response=response.record,
        position=position,
        text=action.text,
        timescale_printed=timescale.printed,
        sense=timescale.sense,
        precision=timescale.precision,
        original_due=timescale.due_date,
        due_date=timescale.due_date,
        start_date=timescale.start_date,
        review_date=timescale.review_date,
    )
    action.must(_too_long(action.record))


def timescale_of(action: PlannedAction) -> AgreedTimescale:
    """Return what the printed words mean, or the date that was given beside them."""
    read = timescales.understand(action.printed)
    if action.due_date is not None and action.due_date != read.due_date:
        return AgreedTimescale(
            printed=action.printed,
            sense=Sense.DUE,
            precision=Precision.DAY,
            due_date=action.due_date,
            review_date=action.review_date,
        )
    return AgreedTimescale(
        printed=action.printed,
        sense=read.sense,
        precision=read.precision,
        due_date=read.due_date,
        start_date=read.start_date,
        review_date=action.review_date,
    )


def _judge_references(
    plan: Sequence[PlannedRecommendation], known: dict[str, Recommendation]
) -> None:
    numbers = {one.number.casefold() for one in plan} | set(known)
    for one in plan:
        for number in one.see_also:
            one.must(
                rules.refusal_of_reference(
                    number, own=one.number, known=number.casefold() in numbers
                )
            )


def _too_long(record: Any) -> Refusal | None:
    for column in record._meta.concrete_fields:
        if isinstance(column, CharField) and column.max_length:
            text = getattr(record, column.attname) or ""
            if len(text) > column.max_length:
                return rules.too_long(str(column.verbose_name), len(text), column.max_length)
    return None


def _write(plan: Sequence[PlannedRecommendation], known: dict[str, Any]) -> None:
    """Insert what is new, a kind of record at a time; the parts of each know what is above them."""
    new = [one for one in plan if one.is_new]
    bulk.create([one.record for one in new])
    known = {**known, **{one.number.casefold(): one.record for one in new}}
    bulk.create(
        [
            RecommendationSubject(recommendation=one.record, **{_kind(subject): subject})
            for one in new
            for subject in one.subjects
        ]
    )
    bulk.create(
        [
            CrossReference(recommendation=one.record, to=known[number.casefold()])
            for one in new
            for number in dict.fromkeys(one.see_also)
        ]
    )
    answers = [answer for one in plan for answer in one.responses if answer.is_new]
    for answer in answers:
        answer.record.recommendation = answer.record.recommendation
    bulk.create([answer.record for answer in answers])
    bulk.create(
        [
            ResponseSubject(response=answer.record, **{_kind(subject): subject})
            for answer in answers
            for subject in answer.subjects
        ]
    )
    steps = [s for one in plan for answer in one.responses for s in answer.actions if s.is_new]
    for step in steps:
        step.record.response = step.record.response
    bulk.create([step.record for step in steps])
    bulk.create(
        [
            ActionOwner(action=step.record, **{kind_of(owner): owner})
            for step in steps
            for owner in step.owners
        ]
    )
    enter_new_recommendations([one.record for one in new])
    for one in plan:
        if not one.is_new and any(part.is_new for part in one.parts()):
            enter_recommendation(one.record)


def _kind(subject: Subject) -> str:
    return str(subject._meta.model_name)
