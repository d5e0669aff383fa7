"""How is a report printed from the command line?"""

from argparse import ArgumentParser
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from govreg.core.days import NOT_A_DAY, day_meant
from govreg.core.pdf import PdfProblem
from govreg.core.refusals import Refused
from govreg.core.ui.words import long_date
from govreg.reports.documents.build import build_review
from govreg.reports.documents.document import NAMES, REVIEW
from govreg.reports.rendering.imprint import preview
from govreg.reports.rendering.paper import pdf_of
from reviews.models import Review


class Command(BaseCommand):
    """Prints a preview of a report; to issue a version, sign in to the register."""

    help = "Print a review's report, its action plan or the plan with progress as a PDF."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Say what can be asked for."""
        parser.add_argument("reference", nargs="?", help="the review's reference, see --list")
        parser.add_argument("--output", metavar="FILE", help="where the PDF is written")
        parser.add_argument("--as-at", metavar="DATE", help="a past day, such as 2008-02-01")
        parser.add_argument("--kind", choices=sorted(NAMES), default=REVIEW)
        parser.add_argument("--list", action="store_true", help="list the reviews there are")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print, or say in a sentence why not."""
        if options["list"]:
            self.stdout.write(_listed() or "There is no review yet.")
            return
        if not options["reference"] or not options["output"]:
            raise CommandError("Give a reference and --output FILE, or --list to see the reviews.")
        review = _review(options["reference"])
        target = _target(options["output"])
        try:
            document = build_review(review, _day(options["as_at"]), kind=options["kind"])
            pdf = pdf_of(document, preview(document))
        except Refused as error:
            raise CommandError(error.refusal.sentence) from None
        except PdfProblem as error:
            raise CommandError(str(error)) from None
        _write(target, pdf)
        self.stdout.write(f"{document.kind_name} of {review.reference} written to {target}")


def _listed() -> str:
    rows = Review.objects.order_by("reference")
    return "\n".join(
        f"{row.reference}\t{row.title}\t{row.get_status_display()}"
        + (f"\t{long_date(row.issued_on)}" if row.issued_on else "")
        for row in rows
    )


def _review(reference: str) -> Review:
    found = Review.objects.filter(reference=reference).first()
    if found is None:
        known = ", ".join(Review.objects.order_by("reference").values_list("reference", flat=True))
        raise CommandError(
            f"There is no review “{reference}”. There is: {known}."
            if known
            else f"There is no review “{reference}”, nor any other yet."
        )
    return found


def _day(typed: str | None) -> date | None:
    if not typed:
        return None
    found = day_meant(typed)
    if found is None:
        raise CommandError(NOT_A_DAY.format(typed=typed[:40]))
    return found


def _target(output: str) -> Path:
    """Return where to write, before a second is spent on what could not be written."""
    target = Path(output)
    if target.is_dir():
        raise CommandError(f"{target} is a folder. Give the name of a file in it.")
    if not target.parent.is_dir():
        raise CommandError(f"There is no folder {target.parent}. Make it first.")
    return target


def _write(target: Path, pdf: bytes) -> None:
    try:
        target.write_bytes(pdf)
    except OSError as error:
        raise CommandError(f"{target} could not be written: {error.strerror}.") from None
