"""What do the pages cost in a register of many years, served by gunicorn from PostgreSQL?"""

import logging
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection
from django.test.utils import override_settings
from django.urls import reverse

from govreg.settings import environment
from govreg.site.bench import floor
from govreg.site.bench.at_size import a_second, costs, file_costs, saving
from govreg.site.bench.attended import attend, is_attended
from govreg.site.bench.compared import compare, is_compared
from govreg.site.bench.generated import generate
from govreg.site.bench.long_plan import print_long_plan
from govreg.site.bench.long_runs import long_runs
from govreg.site.bench.made import Made, is_generated, made_so_far
from govreg.site.bench.pages import AUDITOR, OWNER, floor_page
from govreg.site.bench.pages_at_size import goals, owned_action
from govreg.site.bench.planned import is_planned, plan
from govreg.site.bench.served import DidNotStart, Served
from govreg.site.bench.table_at_size import AtSize, in_words
from govreg.site.bench.visitor import UnexpectedAnswer, Visitors
from govreg.site.leeds.load import load

ROUNDS, FILE_ROUNDS, SAVING_GOAL = 12, 3, 4.0


class Command(BaseCommand):
    """Fill an empty register, serve it on this machine, and measure its pages."""

    help = (
        "Fill the register in DATABASE_URL with made-up records of twenty years, serve it with "
        "gunicorn on this machine and measure its pages. Only for a register that is thrown away."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Say what can be asked for."""
        parser.add_argument("--size", type=float, default=1.0, help="1: a million rows of history")
        parser.add_argument("--rounds", type=int, default=ROUNDS, help="how often each page opens")
        parser.add_argument("--only", default="", help="only the pages whose name has these words")

    def handle(self, *args: Any, **options: Any) -> None:
        """Fill, serve, measure and show."""
        logging.disable(logging.WARNING)  # a line for each of some thousand requests says nothing
        if not environment.text("DATABASE_URL") or not settings.DEMONSTRATION_ALLOWED:
            raise CommandError(
                "Set DATABASE_URL to an empty database that is thrown away afterwards: "
                "`make bench` starts one."
            )
        made = self._filled(options["size"])
        wanted = options["only"].lower()
        try:
            with Served(environment.text("DATABASE_URL")) as served:
                found = self._measured(served, made, options["rounds"], wanted)
        except (DidNotStart, UnexpectedAnswer) as problem:
            raise CommandError(str(problem)) from None
        self.stdout.write(in_words(found))

    def _filled(self, size: float) -> Made:
        call_command("migrate", verbosity=0)
        if is_generated() and is_attended() and is_planned() and is_compared():
            return made_so_far()
        load()
        if not is_generated():
            generate(size, self.stderr.write)
        if not is_attended():
            self.stderr.write(f"{attend(size)} attendances")
        if not is_planned():
            self.stderr.write(f"{plan(size)} quarterly answers")
        if not is_compared():
            self.stderr.write(f"{compare(size)} figures of indicators")
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("ANALYZE")
        return made_so_far()

    def _measured(self, served: Served, made: Made, rounds: int, wanted: str) -> AtSize:
        chosen = [goal for goal in goals() if wanted in goal.page.name.lower()]
        with override_settings(ROOT_URLCONF=floor.__name__):
            visitors = Visitors()
            pages = [goal.page for goal in chosen]
            found = costs(served, floor_page(), pages, visitors, rounds=rounds)
            lowest = found[0].processor / 1000
            path = reverse("recommendations:update", args=[owned_action().pk])
            saved = saving(served, OWNER, path, visitors, lowest, rounds=rounds)
            tracker = reverse("recommendations:tracker")
            file_seconds, floor_seconds, grown = file_costs(
                served,
                floor.FILE_ADDRESS,
                f"{tracker}?export=csv",
                AUDITOR,
                visitors,
                rounds=FILE_ROUNDS,
            )
            crowd = a_second(
                served, next(g.page for g in goals() if g.page.name == "Tracker"), visitors
            )
            memory = served.memory()
            visitors.leave()
        limits: list[float | None] = [None, *(goal.most for goal in chosen), SAVING_GOAL]
        return AtSize(
            made=made,
            rounds=rounds,
            costs=list(zip([*found, saved], limits, strict=True)),
            file_seconds=file_seconds,
            floor_file_seconds=floor_seconds,
            file_memory=grown,
            a_second=crowd,
            memory=memory,
            plan=print_long_plan(),
            runs=list(long_runs()),
        )
