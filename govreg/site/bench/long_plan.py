"""What does printing an action plan of hundreds of lines take?"""

import time
from dataclasses import dataclass

from django.db import transaction

from govreg.reports.documents.build import build_review
from govreg.reports.rendering.imprint import preview
from govreg.reports.rendering.paper import pdf_of

from .generated import review_with_a_long_plan
from .printing import pages_of

LINES = 500


@dataclass(frozen=True, slots=True)
class LongPlan:
    """What one long plan took: processor time in seconds."""

    lines: int
    pages: int
    building: float
    printing: float


def print_long_plan(lines: int = LINES) -> LongPlan:
    """Print the action plan of a review that is taken away again, and measure it."""
    with transaction.atomic():
        review = review_with_a_long_plan(lines)
        started = time.process_time()
        document = build_review(review, kind="action-plan")
        built = time.process_time()
        pdf = pdf_of(document, preview(document))
        printed = time.process_time()
        transaction.set_rollback(True)
    return LongPlan(lines, pages_of(pdf), built - started, printed - built)
