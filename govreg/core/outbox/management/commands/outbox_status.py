"""Does the worker keep up, and how long has the oldest thing waited?"""

import sys
from argparse import ArgumentParser
from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand

from govreg.core import clock
from govreg.core.outbox.queries import Standing, in_words, outbox_at

MINUTES = 10
BEHIND = 1


class Command(BaseCommand):
    """Says how mail and long work stand; ends with status 1 where a thing has waited too long."""

    help = "Say how long the oldest mail or work that is due has waited."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Say what is too long."""
        parser.add_argument(
            "--most", type=int, default=MINUTES, metavar="MINUTES", help="the longest wait allowed"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Say it in words, for a person and for a monitor."""
        found = outbox_at(clock.true_now())
        self.stdout.write(f"Mail: {_words(found.mail, 'sent')}")
        self.stdout.write(f"Long work: {_words(found.work, 'made')}")
        if found.oldest_due is None:
            self.stdout.write("Nothing that is due waits.")
            return
        self.stdout.write(f"The oldest thing that is due has waited {in_words(found.oldest_due)}.")
        if found.oldest_due > timedelta(minutes=options["most"]):
            self.stdout.write("Is the worker running? Start it with: manage.py work")
            sys.exit(BEHIND)


def _words(standing: Standing, done: str) -> str:
    return (
        f"{standing.waiting} waiting ({standing.put_off} of them tried already), "
        f"{standing.failed} failed, {standing.ended_lately} {done} in the last day."
    )
