"""Which text of a review waits for its auditor, with a line that is wrong in it?"""

from typing import Any

from govreg.core.transfer.uploads import keep_rows
from recommendations.views.review_texts import KIND, PLACE
from tests.people import Cast


def add_to(world: dict[str, list[Any]], cast: Cast) -> None:
    """Let the auditor upload the text of a review that is there already."""
    text = "Review: leeds-2007\nTitle: Partnership working\n"
    kept = keep_rows([(1, [text])], sheet=KIND, place=PLACE, by=cast.auditor, name="review.txt")
    world["review text"] = [kept.pk]
