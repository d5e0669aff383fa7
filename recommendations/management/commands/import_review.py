"""How is a whole review brought in from a text file?"""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from govreg.core.accounts.models import User
from recommendations.review_texts.files import UnreadableText, read_text
from recommendations.services.review_texts import BroughtIn, import_review, preview_review


class Command(BaseCommand):
    """Bring a review in from a text, whole or not at all."""

    help = (
        "Bring in a review with its recommendations, responses and agreed actions from one text. "
        "All that is wrong is told by line, and nothing is written then. "
        "docs/importing-a-review.md describes the text."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the file, and how it is meant."""
        parser.add_argument("file", type=Path, help="the text, in UTF-8")
        parser.add_argument("--check", action="store_true", help="say what is wrong; write nothing")
        parser.add_argument(
            "--without-responses",
            action="store_true",
            help="leave out the management responses and the agreed actions",
        )
        parser.add_argument(
            "--by",
            metavar="EMAIL",
            help="in whose name, with what that person may do; else in the register's own",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Check it or bring it in, and say what it holds."""
        by = self._person(options["by"])
        path: Path = options["file"]
        try:
            with path.open("rb") as stream:
                text = read_text(path.name, stream, size=path.stat().st_size)
        except OSError as fault:
            raise CommandError(f"{path} cannot be read: {fault.strerror}.") from None
        except UnreadableText as fault:
            raise CommandError(str(fault)) from None
        verb = preview_review if options["check"] else import_review
        found = verb(text, by=by, with_responses=not options["without_responses"])
        for fault_of_line in found.faults:
            self.stderr.write(f"Line {fault_of_line.line}: {fault_of_line.sentence}")
        if found.faults:
            count = len(found.faults)
            told = "1 line is" if count == 1 else f"{count} things are"
            raise CommandError(f"{told} wrong. Nothing was written.")
        said = "would be brought in" if options["check"] else "was brought in as a draft"
        if found.review and found.review.discussed_on:
            said = "was brought in, discussed with officers and not issued"
        self.stdout.write(f"“{found.told.header['Title'].text}” {said}: {_counted(found)}.")

    def _person(self, email: str | None) -> User | None:
        if not email:
            return None
        found = User.objects.active().filter(email__iexact=email).first()
        if found is None:
            raise CommandError(f"Nobody who may sign in has the address {email}.")
        return found


def _counted(found: BroughtIn) -> str:
    told = found.told
    return ", ".join(
        f"{count} {one if count == 1 else f'{one}s'}"
        for count, one in (
            (len(told.sections), "section"),
            (len(told.recommendations), "recommendation"),
            (found.responses, "response"),
            (found.actions, "agreed action"),
        )
    )
