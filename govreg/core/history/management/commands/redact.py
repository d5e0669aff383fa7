"""How is a person's data removed from a shell, after looking at what would go?"""

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from govreg.core.access.permissions import Permission
from govreg.core.accounts.models import User
from govreg.core.history.held_texts import texts_holding
from govreg.core.history.models import Redaction
from govreg.core.history.redact import redact
from govreg.core.outbox.models import OutgoingMessage
from govreg.core.refusals import Refused
from govreg.core.search.index import entries_holding


class Command(BaseCommand):
    """Lists every text that holds the words; with --remove it removes those chosen, for good."""

    help = "List, and with --remove take away, a person's data in records and their history."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Say what to look for, and what to remove on whose decision."""
        parser.add_argument(
            "words",
            nargs="?",
            default="",
            help="the name or address to look for; left out, it is asked for or read from standard "
            "input, so that it stays out of the shell's history",
        )
        parser.add_argument(
            "--only", action="append", metavar="TEXT", help="a text as listed; may be repeated"
        )
        parser.add_argument("--remove", action="store_true", help="remove them: this is final")
        parser.add_argument("--by", default="", metavar="E-MAIL", help="the administrator")
        parser.add_argument("--basis", choices=Redaction.Basis.values, help="the legal basis")
        parser.add_argument("--reason", default="", help="why, without the words themselves")

    def handle(self, *args: Any, **options: Any) -> None:
        """List or remove."""
        words = (options["words"] or self._asked()).strip()
        if len(words) < 3:
            raise CommandError("Give at least three letters to look for.")
        chosen = [
            t for t in texts_holding(words) if not options["only"] or t.key in options["only"]
        ]
        for text in chosen:
            now = "now and in" if text.now else "in"
            self.stdout.write(
                f"{text.key}  {text.what}, {text.label}: {now} {len(text.rows)} row(s) of history"
            )
        self._elsewhere(words)
        if options["remove"]:
            self._remove(chosen, words, options)
        else:
            self.stdout.write(f"{len(chosen)} text(s). Nothing was removed: --remove does that.")

    def _asked(self) -> str:
        """Return what is typed, or what comes from a file or another program."""
        if sys.stdin.isatty():
            self.stdout.write("The name or address to look for: ", ending="")
            self.stdout.flush()
        return sys.stdin.readline()

    def _elsewhere(self, words: str) -> None:
        messages = OutgoingMessage.objects.filter(text__icontains=words).count()
        entries = entries_holding(words).count()
        self.stdout.write(
            f"It may also stand in {messages} message(s) of the outbox and {entries} entries of "
            "the search index, in the access log, in backups and in issued reports. Issued "
            "reports cannot be changed."
        )

    def _remove(self, chosen: Any, words: str, options: dict[str, Any]) -> None:
        by = User.objects.filter(email__iexact=options["by"], is_active=True).first()
        if by is None or not by.may(Permission.REDACT):
            raise CommandError("Name with --by an administrator of the whole council.")
        if not options["basis"] or not options["reason"].strip():
            raise CommandError("Say with --basis and --reason why the law has it removed.")
        given = {"basis": options["basis"], "reason": options["reason"], "by": by}
        try:
            made = redact(chosen=chosen, words=words, **given)
        except Refused as refused:
            raise CommandError(refused.refusal.sentence) from refused
        self.stdout.write(f"Removed {len(chosen)} text(s): redaction {made.reference}.")
