"""How is a whole action plan brought in at once, by the rules that each part of it is kept by?

A plan may have ten thousand lines, so it is brought in a portion at a time. What the rules ask of
the register is read once for each; what is there already is compared and never overwritten.
"""

from collections.abc import Sequence
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
from reviews.models import Review
from reviews.queries.standing import may_write
from reviews.rules.wording import refusal_to_write

from .action_plan_standing import Standing
from .actions import AgreedTimescale, kind_of
from .planned_parts import PlannedAction, PlannedRecommendation, PlannedResponse
from .recommendations import Subject, refusal_of_number
from .searching import enter_new_recommendations, enter_recommendation

VERB = "Brought in an action plan"
PORTION = 500


class BringingIn:
    """An action plan that is brought into a review: what a plan has and the review has not.

    A plan is brought in a portion at a time, inside one change set: every portion is foreseen
    before any is judged, and those that are written are finished at the end. Each part that is
    refused says why; each says whether it is new. Answers that a report prints may be brought in
    with its draft by those who write it; they wait for their approval.
    """

    def __init__(self, review: Review, *, by: Any) -> None:
        self._review, self._by = locked(Review, review.pk), by
        numbers = Recommendation.objects.filter(review=review).values_list("number", "pk")
        self._known: dict[str, int] = {number.casefold(): pk for number, pk in numbers}
        self._place = len(self._known)
        self._first: dict[str, int] = {}
        self._written: dict[str, int] = {}
        self._to_refer: list[tuple[int, str]] = []

    def foresee(self, plan: Sequence[PlannedRecommendation]) -> None:
        """Note the numbers of a portion: one number has one recommendation, others refer to it."""
        for one in plan:
            self._first.setdefault(one.number.casefold(), one.line)

    def judge(self, plan: Sequence[PlannedRecommendation]) -> None:
        """Let every part of a portion say why it may not be, and whether it is new."""
        review = self._review
        keys = [self._known[n] for one in plan if (n := one.number.casefold()) in self._known]
        held = plan_of(review, only=keys)
        present_by_key = {one.pk: one for one in held}
        standing = Standing(review, held, by=self._by)
        refusal = refusal_to_write(status=review.status, may_write=may_write(self._by, review))
        for one in plan:
            self._judge_number(one)
            present = present_by_key.get(self._known.get(one.number.casefold(), 0))
            self._place += 1
            if present is None:
                one.must(refusal)
                _draft(review, one, self._place)
            else:
                one.record = present
                one.must(rules.refusal_of_other_words(one, present, locked=review.is_locked))
            _judge_responses(one, present, standing)
            self._judge_references(one)

    def write(self, plan: Sequence[PlannedRecommendation]) -> None:
        """Write what is new of a portion of which no part was refused."""
        with change(verb=VERB, by=self._by):
            _write(plan)
        for one in plan:
            if one.is_new:
                self._written[one.number.casefold()] = one.record.pk
                self._to_refer += [(one.record.pk, n) for n in dict.fromkeys(one.see_also)]

    def finish(self) -> None:
        """Write which recommendations refer to which, now that all of them are there."""
        known = {**self._known, **self._written}
        with change(verb=VERB, by=self._by):
            for start in range(0, len(self._to_refer), PORTION):
                bulk.create(
                    [
                        CrossReference(recommendation_id=key, to_id=known[number.casefold()])
                        for key, number in self._to_refer[start : start + PORTION]
                    ]
                )

    def _judge_number(self, one: PlannedRecommendation) -> None:
        one.must(refusal_of_number(one.number))
        first = self._first[one.number.casefold()]
        if first != one.line:
            one.must(rules.number_twice(one.number, first))

    def _judge_references(self, one: PlannedRecommendation) -> None:
        for number in one.see_also:
            key = number.casefold()
            known = key in self._first or key in self._known
            one.must(rules.refusal_of_reference(number, own=one.number, known=known))


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


def _too_long(record: Any) -> Refusal | None:
    for column in record._meta.concrete_fields:
        if isinstance(column, CharField) and column.max_length:
            text = getattr(record, column.attname) or ""
            if len(text) > column.max_length:
                return rules.too_long(str(column.verbose_name), len(text), column.max_length)
    return None


def _write(plan: Sequence[PlannedRecommendation]) -> None:
    """Insert what is new, a kind of record at a time; the parts of each know what is above them."""
    new = [one for one in plan if one.is_new]
    bulk.create([one.record for one in new])
    bulk.create(
        [
            RecommendationSubject(recommendation=one.record, **{_kind(subject): subject})
            for one in new
            for subject in one.subjects
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
