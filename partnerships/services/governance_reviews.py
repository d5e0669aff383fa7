"""How are the yearly reviews opened, answered and signed off, and what they ask for done?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from govreg.core import clock
from govreg.core.editing.versions import locked
from govreg.core.history.change import change
from govreg.core.history.values import put
from govreg.core.questions.editions import edition_to_answer
from govreg.core.refusals import enforce
from partnerships.models import (
    Partnership,
    PartnershipReview,
    Post,
    RemedialAction,
    ReviewAnswer,
    ReviewRound,
)
from partnerships.queries.governance_reviews import (
    answers_of,
    asked_in,
    at_work,
    known_of,
    lacks_of,
    missing_from,
    refusal_to_sign,
)
from partnerships.question_sets import YEARLY_REVIEW
from partnerships.rules import governance_reviews as rules
from partnerships.rules.amounts import refusal_of_year

from .allowed import enforce_keeping, enforce_opening_rounds
from .checklists import Answer

EDITABLE = (
    "reviewer",
    "reviewed_on",
    "rating",
    "rating_reason",
    "significance",
)


@dataclass(frozen=True, slots=True)
class GivenAction:
    """One remedial action as it was typed; `pk` is None for a new one."""

    pk: int | None
    text: str
    owner: Post
    due: date


def open_round(
    *, financial_year: str, due_by: date, note: str, by: Any, reason: str = ""
) -> ReviewRound:
    """Open the reviews of a financial year: one for each partnership that is at work today."""
    with change(verb="Opened the yearly reviews", by=by, reason=reason):
        enforce_opening_rounds(by=by)
        enforce(refusal_of_year(financial_year))
        partnerships = list(at_work())
        today = clock.today()
        enforce(
            rules.refusal_to_open(
                financial_year=financial_year,
                taken=ReviewRound.objects.filter(financial_year=financial_year).exists(),
                opened_on=today,
                due_by=due_by,
                partnerships=len(partnerships),
            )
        )
        made = ReviewRound(
            financial_year=financial_year,
            opened_on=today,
            due_by=due_by,
            note=note.strip(),
            question_set=edition_to_answer(YEARLY_REVIEW, on=today),
        )
        made.save()
        _begin(made, partnerships)
    return made


def bring_in(*, review_round: ReviewRound, by: Any) -> int:
    """Bring into a round the partnerships at work that began after it was opened; return how many.

    They are reviewed with the others, instead of only a year later.
    """
    with change(verb="Brought partnerships into the yearly reviews", by=by):
        enforce_opening_rounds(by=by)
        found = locked(ReviewRound, review_round.pk)
        missing = list(missing_from(found))
        enforce(rules.refusal_to_bring_in(missing=len(missing)))
        _begin(found, missing)
    return len(missing)


def _begin(review_round: ReviewRound, partnerships: Sequence[Partnership]) -> None:
    for partnership in partnerships:
        PartnershipReview(review_round=review_round, partnership=partnership).save()


def answer_review(
    *,
    review: PartnershipReview,
    version: int,
    values: Mapping[str, Any],
    answers: Mapping[str, Answer],
    actions: Sequence[GivenAction],
    by: Any,
    reason: str = "",
) -> PartnershipReview:
    """Keep what was answered; the remedial actions become those given.

    `answers` stand by the keys of what the round asks; a question without one is not judged.

    It counts as answered when nothing is lacking. Raises StaleVersion when somebody saved it
    meanwhile.
    """
    scope = review.partnership.scope
    with change(verb="Answered a yearly review", by=by, reason=reason, scope=scope):
        found = _locked(review, version, by=by)
        enforce(rules.refusal_to_change(state=found.state))
        put(found, values, allowed=EDITABLE)
        _check(found)
        _keep_answers(found, answers)
        complete = not lacks_of(found)
        found.state = rules.ANSWERED if complete else rules.TO_ANSWER
        found.save()
        _keep_actions(found, actions)
    return found


def sign_off_review(*, review: PartnershipReview, version: int, by: Any) -> PartnershipReview:
    """Sign a review off, and keep with it in words what the register knows today."""
    scope = review.partnership.scope
    with change(verb="Signed off a yearly review", by=by, scope=scope):
        found = _locked(review, version, by=by)
        enforce(refusal_to_sign(found, by))
        today = clock.today()
        known = known_of(found, on=today)
        for key, answer in answers_of(found).items():
            answer.review, answer.known = found, "\n".join(known[key])
            answer.save()
        found.state, found.signed_off_on = rules.SIGNED_OFF, today
        found.save()
        _confirm_significance(found)
    return found


def _confirm_significance(review: PartnershipReview) -> None:
    """Write the significance that was confirmed to the partnership, where it says otherwise.

    The register would else keep two answers to how much depends on a partnership for the council.
    """
    partnership = locked(Partnership, review.partnership.pk)
    values = rules.confirmed_significance(
        recorded=partnership.significance,
        recorded_reason=partnership.significance_reason,
        approved=partnership.significance_on is not None,
        confirmed=review.significance,
        by=str(review.reviewer),
        on=review.signed_off_on,
        reason=f"Confirmed in the {str(review)[0].lower()}{str(review)[1:]}.",
    )
    if values:
        put(partnership, values, allowed=tuple(values))
        partnership.save()


def finish_action(
    *, action: RemedialAction, version: int, done_on: date, by: Any
) -> RemedialAction:
    """Record the day on which a remedial action was done; the review stays as it is."""
    review = action.review
    scope = review.partnership.scope
    with change(verb="Recorded a remedial action as done", by=by, scope=scope):
        enforce_keeping(review.partnership, by=by)
        found = locked(RemedialAction, action.pk, version=version)
        found.review = review
        today = clock.today()
        enforce(rules.refusal_of_done_on(done_on=done_on, already=found.done_on, today=today))
        found.done_on = done_on
        found.save()
    return found


def _locked(review: PartnershipReview, version: int, *, by: Any) -> PartnershipReview:
    enforce_keeping(review.partnership, by=by)
    found = locked(PartnershipReview, review.pk, version=version)
    found.partnership, found.review_round = review.partnership, review.review_round
    return found


def _check(review: PartnershipReview) -> None:
    today = clock.today()
    enforce(rules.refusal_of_reviewed_on(reviewed_on=review.reviewed_on, today=today))


def _keep_answers(review: PartnershipReview, answers: Mapping[str, Answer]) -> None:
    present = answers_of(review)
    for question in asked_in(review):
        given = answers.get(question.key, Answer())
        typed = (given.verdict, given.text.strip(), given.evidence.strip())
        row = present.get(question.key) or ReviewAnswer(question=question)
        row.review = review
        if typed != (row.verdict, row.text, row.evidence):
            row.verdict, row.text, row.evidence = typed
            row.save()


def _keep_actions(review: PartnershipReview, actions: Sequence[GivenAction]) -> None:
    present = {row.pk: row for row in review.remedial_actions.all()}
    for given in actions:
        row = present.pop(given.pk, None) if given.pk else None
        row = row or RemedialAction()
        row.review = review
        typed = (given.text.strip(), given.owner.pk, given.due)
        enforce(
            rules.refusal_of_action_due(
                text=typed[0], due=given.due, reviewed_on=review.reviewed_on
            )
        )
        if row.pk is None or typed != (row.text, row.owner_id, row.due):
            row.text, row.owner, row.due = typed[0], given.owner, given.due
            row.save()
    for row in present.values():
        row.review = review
        row.delete()
