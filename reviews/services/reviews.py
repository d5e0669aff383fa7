"""How is a review begun, described and marked as discussed?"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from govreg.core.access import Permission
from govreg.core.editing.versions import locked
from govreg.core.history.change import change
from govreg.core.history.values import put
from govreg.core.refusals import Refusal, Refused, enforce
from partnerships.models import Partnership
from reviews.models import PriorityScale, Review, ReviewContact, ReviewPartnership, ReviewPriority
from reviews.queries.standing import may_write
from reviews.rules.progression import refusal_to_discuss
from reviews.rules.wording import refusal_to_write

from .searching import enter_review

EDITABLE = (
    "title",
    "running_title",
    "kind",
    "auditor",
    "client",
    "business_line",
    "service_line",
    "audit_plan",
    "report_date",
    "mark",
    "addressee",
    "responsibilities",
    "objectives",
    "acknowledgements",
    "way_forward",
    "legend_on_each_page",
    "structure_of",
)

#: The page on which a review is begun has this address.
RESERVED_REFERENCE = "begin"


def begin_review(
    *,
    reference: str,
    values: Mapping[str, Any],
    partnerships: Iterable[Partnership],
    scale: PriorityScale,
    by: Any,
    reason: str = "",
) -> Review:
    """Begin a review as a draft, with a copy of a priority scale as its own legend."""
    if by is not None and not by.may_somewhere(Permission.WRITE_REVIEWS):
        raise Refused(Refusal("not-an-auditor", "Only an auditor may begin a review."))
    if reference.lower() == RESERVED_REFERENCE:
        raise Refused(
            Refusal(
                "reference-reserved",
                f"The reference “{reference}” is the address of another page. Choose another.",
            )
        )
    if Review.objects.filter(reference__iexact=reference).exists():
        raise Refused(
            Refusal("reference-taken", f"The reference “{reference}” is taken. Choose another.")
        )
    with change(verb="Began a review", by=by, reason=reason):
        review = Review(reference=reference)
        put(review, values, allowed=EDITABLE)
        review.save()
        _set_partnerships(review, partnerships)
        for level in scale.levels.all():
            ReviewPriority(
                review=review, mark=level.mark, meaning=level.meaning, rank=level.rank
            ).save()
        enter_review(review)
    return review


def describe_review(
    *,
    review: Review,
    version: int,
    values: Mapping[str, Any],
    partnerships: Iterable[Partnership],
    by: Any,
    reason: str = "",
) -> Review:
    """Change a review's particulars while it is not issued."""
    with change(verb="Changed a review’s particulars", by=by, reason=reason):
        review = locked(Review, review.pk, version=version)
        enforce(refusal_to_write(status=review.status, may_write=may_write(by, review)))
        put(review, values, allowed=EDITABLE)
        review.save()
        _set_partnerships(review, partnerships)
        enter_review(review)
    return review


def set_contact(
    *, review: Review, step: int, values: Mapping[str, Any], by: Any, version: int = 0
) -> ReviewContact:
    """Write one of the three steps of the complaints route.

    `version` is the one that the writer saw, 0 where the step was empty.
    """
    with change(verb="Wrote a step of the complaints route", by=by):
        review = locked(Review, review.pk)
        enforce(refusal_to_write(status=review.status, may_write=may_write(by, review)))
        present = review.contacts.filter(step=step).first()
        contact = (
            locked(ReviewContact, present.pk, version=version)
            if present
            else ReviewContact(review=review, step=step)
        )
        put(contact, values, allowed=("post_title", "organisation_name", "details", "how"))
        contact.save()
    return contact


def discuss_review(*, review: Review, on: date, by: Any, reason: str = "") -> Review:
    """Record that the draft was discussed with officers; from now on they may answer."""
    with change(verb="Discussed a review with officers", by=by, reason=reason):
        review = locked(Review, review.pk)
        enforce(refusal_to_discuss(status=review.status, may_write=may_write(by, review)))
        review.status = Review.Status.DISCUSSED
        review.discussed_on = on
        review.save()
    return review


def _set_partnerships(review: Review, partnerships: Iterable[Partnership]) -> None:
    wanted = {partnership.pk: partnership for partnership in partnerships}
    for link in review.concerns.all():
        if wanted.pop(link.partnership_id, None) is None:
            link.delete()
    for partnership in wanted.values():
        ReviewPartnership(review=review, partnership=partnership).save()
