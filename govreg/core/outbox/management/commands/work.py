"""How is the worker started, which sends the mail and does the long work?"""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from govreg.core.history.protection import refuse_unprotected
from govreg.core.outbox.worker import Worker


class Command(BaseCommand):
    """Works until it is told to stop (SIGTERM, Ctrl+C), and finishes what it holds first."""

    help = "Send the mail that waits and do the long work that was asked for."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Say how long it works."""
        parser.add_argument(
            "--once",
            action="store_true",
            help="do what is due now and end, for cron or a timer",
        )
        parser.add_argument(
            "--alongside",
            type=int,
            metavar="PID",
            help="end when this process, which started the worker, has ended",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Work."""
        refuse_unprotected()
        worker = Worker(alongside=options["alongside"])
        worker.stop_on_signals()
        if options["once"]:
            self.stdout.write(f"Sent or done: {worker.drain()}.")
        else:
            worker.run()
