"""How do old entries of the access log go from a shell or a timer?"""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from govreg.core import clock
from govreg.core.accounts.services.disposal import ACCESS_LOG, dispose_of_access_log
from govreg.core.council.retention import last_day_kept
from govreg.core.ui.words import long_date
from govreg.site.queries.retention import entries_before


class Command(BaseCommand):
    """Count the entries that are due; with --remove take them away, and record that."""

    help = "Remove the entries of the access log that the retention schedule keeps no longer."

    def add_arguments(self, parser: CommandParser) -> None:
        """Ask whether it is meant."""
        parser.add_argument("--remove", action="store_true", help="remove them: this is final")

    def handle(self, *args: Any, **options: Any) -> None:
        """Count or remove."""
        before = last_day_kept(ACCESS_LOG, on=clock.today())
        disposal = dispose_of_access_log(by=None) if options["remove"] else None
        if disposal:
            self.stdout.write(f"{disposal.rows} entries from before {long_date(before)} removed.")
            return
        count = entries_before(before).count()
        self.stdout.write(
            f"{count} entries from before {long_date(before)} are due. Nothing was removed"
            + (": --remove does that." if count else ".")
        )
