"""How are recommendations added, worded and ended?"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from govreg.core.editing.versions import locked
from govreg.core.history.change import change
from govreg.core.history.values import put
from govreg.core.refusals import Refusal, Refused, enforce
from partnerships.models import Body, Partnership
from recommendations.models import CrossReference, Recommendation, RecommendationSubject
from recommendations.rules.endings import refusal_of_successor, refusal_to_end
from reviews.models import Review
from reviews.queries.standing import may_write
from reviews.rules.wording import refusal_to_write

from .holding import hold_recommendation
from .searching import enter_recommendation

EDITABLE = ("number", "wording", "priority", "section", "addressee")
#: What stands in their place in an address is another page, or the folder itself.
RESERVED_NUMBERS = ("add", ".", "..")
Subject = Partnership | Body


def add_recommendation(
    *,
    review: Review,
    values: Mapping[str, Any],
    subjects: Iterable[Subject],
    by: Any,
    cross_references: Iterable[Recommendation] = (),
) -> Recommendation:
    """Add a recommendation at the end of a review's list."""
    with change(verb="Added a recommendation", by=by):
        review = locked(Review, review.pk)
        enforce(refusal_to_write(status=review.status, may_write=may_write(by, review)))
        place = Recommendation.objects.filter(review=review).count() + 1
        recommendation = Recommendation(review=review, position=place)
        put(recommendation, values, allowed=EDITABLE)
        _check(recommendation)
        recommendation.save()
        _set_subjects(recommendation, subjects)
        _set_cross_references(recommendation, cross_references)
        enter_recommendation(recommendation)
    return recommendation


def word_recommendation(
    *,
    recommendation: Recommendation,
    version: int,
    values: Mapping[str, Any],
    subjects: Iterable[Subject],
    cross_references: Iterable[Recommendation],
    by: Any,
) -> Recommendation:
    """Change a recommendation's wording, priority or place while its review is not issued."""
    with change(verb="Changed a recommendation", by=by):
        review = locked(Review, recommendation.review_id)
        enforce(refusal_to_write(status=review.status, may_write=may_write(by, review)))
        recommendation = locked(Recommendation, recommendation.pk, version=version)
        put(recommendation, values, allowed=EDITABLE)
        _check(recommendation)
        recommendation.save()
        _set_subjects(recommendation, subjects)
        _set_cross_references(recommendation, cross_references)
        enter_recommendation(recommendation)
    return recommendation


def supersede(
    *,
    recommendation: Recommendation,
    successor: Recommendation | None,
    on: date,
    by: Any,
    reason: str,
) -> Recommendation:
    """End a recommendation because another one takes its place."""
    enforce(
        refusal_of_successor(
            recommendation_id=recommendation.pk, successor_id=successor.pk if successor else None
        )
    )
    return _end(recommendation, "superseded", successor, on=on, by=by, reason=reason)


def withdraw(*, recommendation: Recommendation, on: date, by: Any, reason: str) -> Recommendation:
    """End a recommendation because the auditor takes it back."""
    return _end(recommendation, "withdrawn", None, on=on, by=by, reason=reason)


def _end(
    recommendation: Recommendation,
    ending: str,
    successor: Recommendation | None,
    *,
    on: date,
    by: Any,
    reason: str,
) -> Recommendation:
    if not reason.strip():
        raise Refused(Refusal("reason-missing", "Say why the recommendation ends."))
    with change(verb=f"Recommendation {ending}", by=by, reason=reason):
        recommendation = hold_recommendation(recommendation)
        review = recommendation.review
        enforce(
            refusal_to_end(
                review_status=review.status,
                already_ended=bool(recommendation.ended_as),
                may_write=may_write(by, review),
            )
        )
        recommendation.ended_as = ending
        recommendation.ended_on = on
        recommendation.ended_because = reason.strip()
        recommendation.superseded_by = successor
        recommendation.save()
    return recommendation


def refusal_of_number(number: str) -> Refusal | None:
    """Refuse a number that could not stand in an address."""
    if not number:
        return Refusal("number-missing", "Give the recommendation its number.")
    if "/" in number:
        return Refusal("number-slash", "Write the number without a slash.")
    if number.lower() in RESERVED_NUMBERS:
        return Refusal(
            "number-reserved",
            f"“{number}” cannot be a number: the register’s addresses use it.",
        )
    return None


def _check(recommendation: Recommendation) -> None:
    review = recommendation.review
    enforce(refusal_of_number(recommendation.number))
    taken = Recommendation.objects.filter(review=review, number__iexact=recommendation.number)
    if other := taken.exclude(pk=recommendation.pk).first():
        raise Refused(Refusal("number-taken", f"There is already a recommendation {other.number}."))
    if recommendation.priority.review_id != review.pk:
        raise Refused(Refusal("other-legend", "Choose a priority of this review’s own legend."))
    if recommendation.section.review_id != review.pk:
        raise Refused(Refusal("other-section", "Choose a section of this review."))


def _set_subjects(recommendation: Recommendation, subjects: Iterable[Subject]) -> None:
    wanted: dict[tuple[str, int | None], Subject] = {
        (str(s._meta.model_name), s.pk): s for s in subjects
    }
    for row in recommendation.subjects.all():
        key = ("partnership", row.partnership_id) if row.partnership_id else ("body", row.body_id)
        if wanted.pop(key, None) is None:
            row.delete()
    for (kind, _pk), subject in wanted.items():
        RecommendationSubject(recommendation=recommendation, **{kind: subject}).save()


def _set_cross_references(recommendation: Recommendation, others: Iterable[Recommendation]) -> None:
    wanted = {other.pk: other for other in others}
    for row in recommendation.cross_references.all():
        if wanted.pop(row.to_id, None) is None:
            row.delete()
    for other in wanted.values():
        CrossReference(recommendation=recommendation, to=other).save()
