"""How is the Leeds demonstration data loaded from a shell?"""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from govreg.core.refusals import Refused
from govreg.site.leeds.load import load


class Command(BaseCommand):
    """Load the demonstration data, unless it is there already."""

    help = "Load the two Leeds reviews and what they concern. Safe to run again."

    def handle(self, *args: Any, **options: Any) -> None:
        """Load and report."""
        try:
            loaded = load()
        except Refused as refused:
            raise CommandError(refused.refusal.sentence) from None
        self.stdout.write(
            "The Leeds demonstration data is loaded."
            if loaded
            else "The Leeds demonstration data was loaded before; nothing was changed."
        )
