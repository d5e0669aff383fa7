"""How does the drawing of an action's life come about?"""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from recommendations.queries.lifecycle import lifecycle_in_words

PLACE = Path("docs") / "lifecycle.md"


class Command(BaseCommand):
    """Write `docs/lifecycle.md` from the rules."""

    help = "Draw the states of an agreed action, and who may do what in each, from the rules."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Say what can be asked for."""
        parser.add_argument("--print", action="store_true", help="print it, and write nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        """Write or print it."""
        text = lifecycle_in_words()
        if options["print"]:
            self.stdout.write(text, ending="")
            return
        (Path(settings.BASE_DIR) / PLACE).write_text(text, encoding="utf-8")
        self.stdout.write(f"{PLACE} was drawn.")
