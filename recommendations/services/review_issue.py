"""How is a review issued, corrected after issue, and closed, with its recommendations?"""

from datetime import date
from typing import Any

from govreg.core.editing.versions import locked
from govreg.core.history.change import change
from govreg.core.history.models import TrackedModel
from govreg.core.refusals import enforce
from recommendations.models import Recommendation
from recommendations.queries.marks import stray_marks
from recommendations.queries.progress import open_numbers
from reviews.models import Erratum, Review, ReviewPoint, Section
from reviews.queries.standing import may_write
from reviews.rules.progression import refusal_to_close, refusal_to_issue
from reviews.rules.wording import refusal_of_erratum
from reviews.services.searching import enter_review

from .searching import enter_recommendation

#: Which of a record's texts an erratum corrects.
CORRECTED: dict[type[TrackedModel], str] = {
    Section: "body",
    Recommendation: "wording",
    ReviewPoint: "text",
}


def issue_review(*, review: Review, on: date, by: Any, reason: str = "") -> Review:
    """Issue a review: its wording, recommendations and priorities are locked from now on."""
    with change(verb="Issued a review", by=by, reason=reason):
        review = locked(Review, review.pk)
        enforce(
            refusal_to_issue(
                status=review.status,
                may_write=may_write(by, review),
                recommendations=Recommendation.objects.filter(review=review).count(),
                sections=review.sections.count(),
                stray_marks=stray_marks(review),
            )
        )
        review.status = Review.Status.ISSUED
        review.issued_on = on
        review.edition = 1
        review.save()
    return review


def issue_erratum(
    *,
    review: Review,
    what_changed: str,
    on: date,
    by: Any,
    corrected: Section | Recommendation | ReviewPoint,
    version: int,
    text: str,
) -> Erratum:
    """Correct one text of an issued review as a new edition that says what changed.

    The text is a section's, a recommendation's or a point's, as it was at `version`: raises
    StaleVersion when another erratum corrected it meanwhile.
    """
    with change(verb="Issued an erratum", by=by, reason=what_changed):
        review = locked(Review, review.pk)
        enforce(
            refusal_of_erratum(
                status=review.status, may_write=may_write(by, review), what_changed=what_changed
            )
        )
        thing = locked(type(corrected), corrected.pk, version=version)
        setattr(thing, CORRECTED[type(thing)], text.strip())
        thing.save()
        if isinstance(thing, Recommendation):
            enter_recommendation(thing)
        review.edition += 1
        review.save()
        erratum = Erratum(
            review=review, edition=review.edition, issued_on=on, what_changed=what_changed.strip()
        )
        erratum.save()
        enter_review(review)
    return erratum


def close_review(*, review: Review, on: date, by: Any, reason: str = "") -> Review:
    """Close a review of which every recommendation is closed, superseded or withdrawn."""
    with change(verb="Closed a review", by=by, reason=reason):
        review = locked(Review, review.pk)
        enforce(
            refusal_to_close(
                status=review.status,
                may_write=may_write(by, review),
                still_open=open_numbers(review),
            )
        )
        review.status = Review.Status.CLOSED
        review.closed_on = on
        review.save()
    return review
