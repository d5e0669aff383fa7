"""How does a register come back from an archive?"""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError

from govreg.core.refusals import Refused
from govreg.site.keeping.restore import restore


class Command(BaseCommand):
    """Restore a backup into an empty database and an empty file store."""

    help = (
        "Restore a backup into an empty database (DATABASE_URL) and file store (FILES_DIR or "
        "FILES_S3_BUCKET)."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the archive."""
        parser.add_argument("archive", help="an archive that `manage.py backup` made")

    def handle(self, *args: Any, **options: Any) -> None:
        """Restore, and say what."""
        try:
            done = restore(Path(options["archive"]), say=self._say)
        except Refused as refused:
            raise CommandError(refused.refusal.sentence) from None
        except (OSError, DatabaseError) as error:
            raise CommandError(
                f"The restore stopped: {error}. Where RESTORE-UNFINISHED.txt is in the file store, "
                "run the same command again once that is mended."
            ) from None
        manifest = done.manifest
        for path in manifest.missing:
            self.stdout.write(f"was missing already when the backup was made\t{path}")
        self.stdout.write(
            f"Restored the register {manifest.register} as it was at {manifest.made_at}: "
            f"{sum(manifest.rows.values())} rows in {len(manifest.rows)} tables, "
            f"{len(manifest.files)} file(s)."
        )
        self.stdout.write(f"Sealed history, checked: {manifest.seal or 'none was sealed'}")
        for name in done.applied:
            self.stdout.write(f"migrated\t{name}")

    def _say(self, sentence: str) -> None:
        self.stdout.write(sentence)
        self.stdout.flush()
