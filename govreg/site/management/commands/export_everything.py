"""How does a council take everything out of the register?"""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError

from govreg.core.refusals import Refused
from govreg.site.keeping.export import export_everything


class Command(BaseCommand):
    """Write the whole register into a folder in open formats."""

    help = "Write every table (CSV), what it means, and every file into an empty folder."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the folder."""
        parser.add_argument("folder", help="a new or empty folder")

    def handle(self, *args: Any, **options: Any) -> None:
        """Export and report; the status is 1 where a file is missing or not what it was."""
        folder = Path(options["folder"])
        try:
            done = export_everything(folder)
        except Refused as refused:
            raise CommandError(refused.refusal.sentence) from None
        except (OSError, DatabaseError) as error:
            raise CommandError(
                f"The export stopped: {error}. {folder} is not whole; empty it and try again."
            ) from None
        self.stdout.write(
            f"{sum(done.rows.values())} rows in {len(done.rows)} tables and {done.files} file(s) "
            f"are in {folder}. README.txt says what is what."
        )
        for sentence in done.missing:
            self.stdout.write(sentence)
        if done.missing:
            raise CommandError(
                f"Everything else was exported, but {len(done.missing)} file(s) of the store are "
                "missing or changed."
            )
