"""What is due under the retention schedule, asked from a shell?"""

from typing import Any

from django.core.management.base import BaseCommand

from govreg.core import clock
from govreg.core.council.retention import what_is_due
from govreg.core.ui.words import long_date


class Command(BaseCommand):
    """List what is due of each kind; nothing is removed."""

    help = "List what is due under the retention schedule. Nothing is removed."

    def handle(self, *args: Any, **options: Any) -> None:
        """List by kind, the oldest first."""
        for due in what_is_due(on=clock.today()):
            self.stdout.write(
                f"{due.kind.title}, kept {due.years} year(s), from before "
                f"{long_date(due.before)}: {due.count}"
            )
            for record in due.records:
                self.stdout.write(f"  {long_date(record.since)}  {record.name}")
            if due.count > len(due.records):
                self.stdout.write(f"  and {due.count - len(due.records)} more")
