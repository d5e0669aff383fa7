"""Under which words are this register's records found?"""

from collections.abc import Sequence

from govreg.core.search import index
from recommendations.models import Recommendation, UpdateWindow


def enter_recommendation(recommendation: Recommendation) -> None:
    """Enter a recommendation with what was approved: every reader of it may search the index."""
    responses = recommendation.responses.current().filter(approved_on__isnull=False)
    words = [recommendation.wording, recommendation.addressee, recommendation.review.reference]
    for response in responses.prefetch_related("actions"):
        words.append(response.text)
        words += [action.text for action in response.actions.all()]
    index.enter(recommendation, title=str(recommendation), words=words)


def enter_new_recommendations(recommendations: Sequence[Recommendation]) -> None:
    """Enter recommendations that were just added; nothing of theirs is approved yet."""
    index.enter_new(
        [
            (one, str(one), [one.wording, one.addressee, one.review.reference])
            for one in recommendations
        ]
    )


def enter_window(window: UpdateWindow) -> None:
    """Enter an update window with its committee."""
    index.enter(window, title=window.name, words=[window.committee])
