"""How does anybody check that the sealed history is what it was?"""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from govreg.core.history.models import Seal
from govreg.core.history.seal import Finding, verify_history


class Command(BaseCommand):
    """Digest the sealed history again and say whether it matches."""

    help = "Check every sealed block of the history; name the first that does not match."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Say what may be checked against."""
        parser.add_argument(
            "--expect", metavar="DIGEST", default="", help="a digest that was kept elsewhere"
        )

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
        if options["expect"]:
            self._expect(options["expect"].strip().lower(), found)

    def _expect(self, digest: str, found: Finding) -> None:
        """Say up to where a digest that was kept elsewhere vouches for the history."""
        seal = Seal.objects.filter(digest=digest).first()
        if seal is None:
            raise CommandError(
                f"No sealed block has the digest {digest}. Either it was copied wrongly, or the "
                "seals were made anew over another history than the one it was kept for."
            )
        later = Seal.objects.filter(last_change_set__gt=seal.last_change_set).count()
        self.stdout.write(
            f"The digest kept elsewhere vouches for everything up to change set "
            f"{seal.last_change_set}, sealed on {seal.sealed_at:%Y-%m-%d %H:%M} UTC; "
            f"{later} block(s) follow."
        )
