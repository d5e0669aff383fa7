"""Does a whole review leave as one text, and come in again as the same review?"""

from pathlib import Path
from typing import Any

import pytest

from recommendations.models import AgreedAction
from recommendations.review_texts.writing import review_in_words
from recommendations.services.review_texts import import_review, preview_review
from reviews.models import Review

pytestmark = pytest.mark.django_db
GUIDE = Path(__file__).parents[2] / "docs" / "importing-a-review.md"


def of_leeds(reference: str = "leeds-2007") -> str:
    return review_in_words(Review.objects.get(reference=reference))


def again(text: str) -> str:
    return text.replace("Review: leeds-", "Review: again-", 1)


def faults(text: str, by: Any = None) -> dict[int, str]:
    found = preview_review(text, by=by)
    told: dict[int, str] = {}
    for fault in found.faults:
        told[fault.line] = f"{told.get(fault.line, '')} {fault.sentence}".strip()
    return told


def line_of(text: str, start: str) -> int:
    return next(i for i, line in enumerate(text.split("\n"), 1) if line.startswith(start))


@pytest.mark.parametrize("year", ["2005", "2007"])
def test_a_review_comes_in_as_the_same_review(leeds: None, year: str) -> None:
    text = of_leeds(f"leeds-{year}")
    found = import_review(again(text), by=None)
    assert found.faults == []
    made = Review.objects.get(reference=f"again-{year}")
    assert made.status == Review.Status.DISCUSSED
    assert review_in_words(made) == again(text)
    both = [
        AgreedAction.objects.filter(response__recommendation__review__reference=reference)
        .order_by("response__recommendation__position", "response__position", "position")
        .values_list("text", "timescale_printed", "original_due", "review_date", "state")
        for reference in (f"leeds-{year}", f"again-{year}")
    ]
    assert len(both[1]) > 9
    assert [row[:4] for row in both[0]] == [row[:4] for row in both[1]]
