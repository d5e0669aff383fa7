"""Which marks in a review's text stand for no recommendation, or for one placed already?"""

from recommendations.models import Recommendation
from reviews.models import Review
from reviews.rules.markers import passages


def stray_marks(review: Review) -> list[str]:
    """Return each mark that would print nothing, with the section in which it stands."""
    numbers = Recommendation.objects.filter(review=review).values_list("number", flat=True)
    waiting = {number.casefold() for number in numbers}
    stray = []
    for section in review.sections.order_by("number"):
        for passage in passages(section.body):
            if not passage.number:
                continue
            if passage.number.casefold() in waiting:
                waiting.discard(passage.number.casefold())
            else:
                stray.append(f"[recommendation {passage.number}] in section {section.number}")
    return stray
