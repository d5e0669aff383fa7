"""May this person bring an answer in with a plan, to each of its recommendations?"""

from collections.abc import Sequence
from typing import Any

from govreg.core.access import Permission
from govreg.core.refusals import Refusal
from recommendations.models import Recommendation
from recommendations.queries.extensions import fill_in_scopes
from recommendations.queries.standing import may
from recommendations.rules.responses import refusal_to_respond
from reviews.models import Review
from reviews.queries.standing import may_write
from reviews.rules.wording import refusal_to_write


class Standing:
    """What a person may do to a plan; the scopes of its recommendations are read at once."""

    def __init__(self, review: Review, held: Sequence[Recommendation], *, by: Any) -> None:
        self._review, self._by = review, by
        self._may_write = may_write(by, review)
        self._everywhere = by is None or by.may(Permission.WRITE_RESPONSES)
        if not self._everywhere and by.may_somewhere(Permission.WRITE_RESPONSES):
            fill_in_scopes(held)

    def refusal_to_answer(self, recommendation: Recommendation | None) -> Refusal | None:
        """Refuse an answer to a recommendation; None is one that is brought in with it.

        Until the review is issued, those who write it may bring in what their report prints.
        """
        refused = refusal_to_write(status=self._review.status, may_write=self._may_write)
        if refused is None and not (recommendation and recommendation.ended_as):
            return None
        if recommendation is None:
            return refused
        return refusal_to_respond(
            review_status=self._review.status,
            recommendation_ended=bool(recommendation.ended_as),
            may_respond=self._everywhere
            or may(self._by, Permission.WRITE_RESPONSES, recommendation),
        )
