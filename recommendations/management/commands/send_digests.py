"""How are a day's digests queued on purpose?"""

from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from govreg.core import clock
from recommendations.services.digests import send_digests


class Command(BaseCommand):
    """Queue what the daily duty has not queued."""

    help = (
        "Write to each person about what waits for them. Nobody is written to twice for a day, and "
        "whoever chose weekly only on a Monday."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the day."""
        parser.add_argument("--on", help="the day as YYYY-MM-DD; today if it is left out")

    def handle(self, *args: Any, **options: Any) -> None:
        """Queue them and say how many were."""
        try:
            on = date.fromisoformat(options["on"]) if options["on"] else clock.today()
        except ValueError:
            raise CommandError("Write the day as YYYY-MM-DD, for example 2026-11-23.") from None
        count = send_digests(on=on)
        self.stdout.write(f"{count} digest{'' if count == 1 else 's'} queued.")
