"""How is the summary progress table of a quarter printed from the command line?"""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from govreg.core import clock
from govreg.core.days import NOT_A_DAY, day_meant
from govreg.core.quarters import Quarter, read_quarter
from govreg.core.ui.lists.export import csv_lines
from partnerships.lists.progress_table import file_rows
from partnerships.models import Plan, ReportingQuarter
from partnerships.queries.progress_table import BY_PLAN, GROUPINGS, progress_table


class Command(BaseCommand):
    """Prints the table of a quarter of a plan, as text or as CSV in the order of the source."""

    help = "Print the summary progress table of a quarter, such as “2006/07 Q3”."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Say what can be asked for."""
        parser.add_argument("quarter", help="such as “2006/07 Q3”")
        parser.add_argument("--plan", help="the plan’s name, where there are several")
        parser.add_argument("--by", choices=sorted(GROUPINGS), default=BY_PLAN)
        parser.add_argument("--as-at", metavar="DATE", help="a past day, such as 2007-01-15")
        parser.add_argument("--csv", action="store_true", help="as CSV")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print, or say in a sentence why not."""
        quarter = read_quarter(options["quarter"])
        if quarter is None:
            typed = options["quarter"][:40]
            raise CommandError(f"“{typed}” is not a quarter. Write it as “2006/07 Q3”.")
        plan = _plan(options["plan"])
        day = clock.today()
        if options["as_at"]:
            meant = day_meant(options["as_at"])
            if meant is None:
                raise CommandError(NOT_A_DAY.format(typed=options["as_at"][:40]))
            day = meant
        table = progress_table(
            plan, quarter, reporting=_reporting(plan, quarter), day=day, grouping=options["by"]
        )
        rows = [[str(value) for value in row] for row in file_rows(table)]
        if options["csv"]:
            lines = csv_lines(file_rows(table))
            self.stdout.write("".join(lines).lstrip("\ufeff").replace("\r\n", "\n"), ending="")
            return
        widths = [max(len(row[place]) for row in rows) for place in range(len(rows[0]))]
        for row in rows:
            cells = [row[0].ljust(widths[0])]
            cells += [cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True)]
            self.stdout.write("  ".join(cells))


def _plan(name: str | None) -> Plan:
    roots = Plan.objects.roots().order_by("name")
    found = list(roots.filter(name__iexact=name) if name else roots)
    if len(found) == 1:
        return found[0]
    if not found:
        raise CommandError("There is no such plan." if name else "There is no plan yet.")
    names = ", ".join(f"“{plan.name}”" for plan in roots)
    raise CommandError(f"There are several plans. Say which with --plan: {names}.")


def _reporting(plan: Plan, quarter: Quarter) -> ReportingQuarter:
    found = ReportingQuarter.objects.of(plan, quarter).first()
    if found is None:
        raise CommandError(f"{quarter} was never opened for {plan.name}.")
    return found
