"""How is the whole register backed up from a shell or a timer?"""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError

from govreg.core.refusals import Refused
from govreg.site.keeping.backup import Backup, back_up


class Command(BaseCommand):
    """Put the database and the files into one archive, while people go on writing."""

    help = "Back the register up into one archive: into a folder, or as the file that is named."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the place."""
        parser.add_argument("place", help="a folder, or the name of the archive to make")

    def handle(self, *args: Any, **options: Any) -> None:
        """Back up and report; the status is 1 where a file is missing or not what it was."""
        try:
            made = back_up(Path(options["place"]))
        except Refused as refused:
            raise CommandError(refused.refusal.sentence) from None
        except OSError as error:
            raise CommandError(
                f"The backup could not be written, and none was made: {error}."
            ) from None
        except DatabaseError as error:
            raise CommandError(
                f"The database could not be read, and no backup was made: {error}"
            ) from None
        self._report(made)

    def _report(self, made: Backup) -> None:
        manifest = made.manifest
        self.stdout.write(f"Archive: {made.path} ({made.path.stat().st_size} bytes)")
        self.stdout.write(
            f"{manifest.database_kind}: {sum(manifest.rows.values())} rows in "
            f"{len(manifest.rows)} tables. Files: {len(manifest.files)}."
        )
        self.stdout.write(f"Sealed history: {manifest.seal or 'none was sealed yet'}")
        for path in manifest.missing:
            self.stdout.write(f"missing\t{path}")
        for path in manifest.damaged:
            self.stdout.write(f"not what it was when it was stored\t{path}")
        wrong = len(manifest.missing) + len(manifest.damaged)
        if wrong:
            raise CommandError(
                f"The backup was made, but {wrong} file(s) of the store are missing or changed. "
                "Copy them back from an earlier backup."
            )
