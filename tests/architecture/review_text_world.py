"""Which text of a review waits for its auditor, with a line that is wrong in it?"""

import json
from typing import Any

from govreg.core import clock
from govreg.core.transfer.models import UploadedTable
from recommendations.views.review_texts import KIND, PLACE
from tests.people import Cast


def add_to(world: dict[str, list[Any]], cast: Cast) -> None:
    """Let the auditor upload the text of a review that is there already."""
    kept = UploadedTable.objects.create(
        sheet=KIND,
        place=PLACE,
        by=cast.auditor,
        at=clock.true_now(),
        name="review.txt",
        content=json.dumps([[1, ["Review: leeds-2007\nTitle: Partnership working\n"]]]),
    )
    world["review text"] = [kept.pk]
