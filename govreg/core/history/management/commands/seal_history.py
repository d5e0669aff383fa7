"""How is the history sealed from a shell or a timer?"""

from typing import Any

from django.core.management.base import BaseCommand

from govreg.core.history.seal import seal_history


class Command(BaseCommand):
    """Seal all history that is not sealed yet, and print the last digest."""

    help = "Seal the history written since the last seal. Keep the printed digest elsewhere."

    def handle(self, *args: Any, **options: Any) -> None:
        """Seal and report."""
        made = seal_history()
        if not made:
            self.stdout.write("Nothing to seal: every change set is sealed already.")
            return
        rows = sum(seal.rows for seal in made)
        self.stdout.write(f"Sealed {rows} rows in {len(made)} block(s).")
        self.stdout.write(f"Digest: {made[-1].digest}")
