"""How is a whole review written into a text file?"""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from recommendations.review_texts.writing import review_in_words
from reviews.models import Review


class Command(BaseCommand):
    """Write a review in the words that `import_review` reads."""

    help = (
        "Write a review with its recommendations, responses and agreed actions as one text, on the "
        "standard output or into a file. docs/importing-a-review.md describes the text."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the reference and the file."""
        parser.add_argument("reference", help="the review's reference, for example leeds-2007")
        parser.add_argument("--to", type=Path, help="the file to write; it is written over")

    def handle(self, *args: Any, **options: Any) -> None:
        """Write it."""
        review = Review.objects.filter(reference=options["reference"]).first()
        if review is None:
            known = ", ".join(
                Review.objects.order_by("reference").values_list("reference", flat=True)
            )
            raise CommandError(
                f"There is no review {options['reference']}. There are: {known or 'none yet'}."
            )
        text = review_in_words(review)
        if options["to"] is None:
            self.stdout.write(text, ending="")
            return
        try:
            options["to"].write_bytes(text.encode())
        except OSError as fault:
            raise CommandError(
                f"{options['to']} cannot be written: {fault.strerror}. Nothing was exported."
            ) from None
        self.stdout.write(f"{review} was written to {options['to']}.")
