"""How does anybody check that the sealed history is what it was?"""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from govreg.core.history.seal import verify_history


class Command(BaseCommand):
    """Digest the sealed history again and say whether it matches."""

    help = "Check every sealed block of the history; name the first that does not match."

    def handle(self, *args: Any, **options: Any) -> None:
        """Check and report; the exit status is 1 when a block does not match."""
        found = verify_history()
        if found.broken:
            raise CommandError(
                f"Block {found.broken} does not match its seal: history in it was changed, added "
                f"or removed after it was sealed. {found.seals} earlier block(s) match."
            )
        self.stdout.write(
            f"{found.seals} sealed block(s) match, {found.rows} rows; "
            f"{found.unsealed} change set(s) are not sealed yet."
        )
        if found.digest:
            self.stdout.write(f"Digest: {found.digest}")
