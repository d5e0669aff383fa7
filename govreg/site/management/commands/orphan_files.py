"""How does an administrator find what the file store holds too much, or too little?"""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from govreg.core import clock
from govreg.site.keeping.orphans import Findings, find_orphans, remove_orphan


class Command(BaseCommand):
    """List files that no record names, and records whose file is missing."""

    help = "Hold the file store against the records. With --remove, remove orphans over a day old."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the wish to remove."""
        parser.add_argument(
            "--remove",
            action="store_true",
            help="remove the files that no record names and that are older than a day",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """List, remove where asked, and end with status 1 where a record's file is missing."""
        try:
            found = find_orphans()
        except OSError as error:
            raise CommandError(f"The file store cannot be read: {error}.") from None
        self.stdout.write(f"{found.inspected} file(s) in the store.")
        self._show_orphans(found, remove=options["remove"])
        for stored in found.missing:
            self.stdout.write(f"missing\t{stored.path}\trecord {stored.pk}, “{stored.name}”")
        if found.missing:
            raise CommandError(
                f"{len(found.missing)} record(s) name a file that is not in the store. Copy these "
                "files back from a backup."
            )

    def _show_orphans(self, found: Findings, *, remove: bool) -> None:
        now = clock.true_now()
        removed = 0
        for orphan in found.orphans:
            old = orphan.is_old(at=now)
            said = "orphan" if old else "orphan, younger than a day"
            if remove and old:
                try:
                    gone = remove_orphan(orphan)
                except OSError as error:
                    raise CommandError(f"{orphan.path} cannot be removed: {error}.") from None
                removed += gone
                said = "removed" if gone else "kept: a record names it by now"
            self.stdout.write(f"{said}\t{orphan.path}\t{orphan.size} bytes")
        kept = len(found.orphans) - removed
        self.stdout.write(
            f"{len(found.orphans)} file(s) that no record names: {removed} removed, {kept} left."
        )
