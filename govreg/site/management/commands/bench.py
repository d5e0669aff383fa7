"""What do the main pages and the report cost, measured in one run?"""

import logging
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.test.utils import override_settings

from govreg.core.refusals import Refused
from govreg.site.bench import floor, table
from govreg.site.bench.measure import Measured, measure
from govreg.site.bench.pages import floor_page, main_pages
from govreg.site.bench.printing import print_and_measure
from govreg.site.bench.register import NothingToMeasure, register_to_measure
from govreg.site.bench.visitor import UnexpectedAnswer, Visitors

ROUNDS = 40


class Command(BaseCommand):
    """Measure the main pages against the floor view, and the printing of a report."""

    help = "Measure the main pages against the floor view on the Leeds data, and a printed report."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Say what can be asked for."""
        parser.add_argument("--rounds", type=int, default=ROUNDS, help="how often each page opens")
        parser.add_argument("--json", action="store_true", help="give the figures as JSON")
        parser.add_argument("--only", default="", help="only the pages whose name has these words")
        parser.add_argument("--without-report", action="store_true", help="print no report")

    def handle(self, *args: Any, **options: Any) -> None:
        """Measure and show."""
        logging.disable(logging.WARNING)  # a line for each of some thousand requests says nothing
        rounds = options["rounds"]
        if rounds < 1:
            raise CommandError("--rounds must be 1 or more.")
        try:
            with register_to_measure() as database:
                pages = _pages(options["only"].lower(), rounds)
                printed = None if options["without_report"] else print_and_measure(database)
        except Refused as refused:
            raise CommandError(refused.refusal.sentence) from None
        except (NothingToMeasure, UnexpectedAnswer) as problem:
            raise CommandError(str(problem)) from None
        show = table.as_json if options["json"] else table.in_words
        self.stdout.write(show(pages, printed, rounds=rounds))


def _pages(words: str, rounds: int) -> list[Measured]:
    with override_settings(ROOT_URLCONF=floor.__name__):
        visitors = Visitors()
        try:
            wanted = [page for page in main_pages() if words in page.name.lower()]
            return measure(floor_page(), wanted, visitors, rounds=rounds)
        finally:
            visitors.leave()
