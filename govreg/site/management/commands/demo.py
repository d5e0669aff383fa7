"""How does a newcomer start the register with one command?"""

import os
import socket
import subprocess
import sys
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser

from govreg.core.refusals import Refused
from govreg.site.leeds.load import load, refuse_where_not_allowed

HOST = "127.0.0.1"


class Command(BaseCommand):
    """Migrate, load the Leeds data, say who can sign in, and serve on this machine only.

    A worker runs beside the web server: without one no mail is sent and no report made.
    """

    help = "Start the register with the Leeds demonstration data."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Take another port where the usual one is in use."""
        parser.add_argument("--port", type=int, default=int(os.environ.get("PORT", "8000")))

    def handle(self, *args: Any, **options: Any) -> None:
        """Prepare the data, then become the web server."""
        port = options["port"]
        self._require_free(port)
        try:
            refuse_where_not_allowed()
        except Refused as refused:
            raise CommandError(refused.refusal.sentence) from None
        call_command("migrate", verbosity=0, skip_checks=True)
        if load():
            self.stdout.write("The Leeds demonstration data was loaded.")
        self.stdout.write("\nRole\tE-mail address\tPassword")
        call_command("demo_accounts", stdout=self.stdout)
        self.stdout.write(f"\nThe register is at http://{HOST}:{port}/ (Ctrl+C ends it).")
        self.stdout.flush()
        self._start_worker()
        server = [sys.executable, "-m", "gunicorn", "govreg.wsgi", "--bind", f"{HOST}:{port}"]
        server += ["--workers", "2", "--threads", "2", "--timeout", "120"]
        server += ["--graceful-timeout", "3", "--log-level", "warning"]
        os.execv(sys.executable, server)  # noqa: S606 - our own words

    @staticmethod
    def _start_worker() -> None:
        """Start the worker beside the web server, which this process is about to become.

        It ends when its parent does, however that ends; Ctrl+C reaches both.
        """
        worker = [sys.executable, "manage.py", "work", "--alongside", str(os.getpid())]
        subprocess.Popen(worker, cwd=settings.BASE_DIR)  # noqa: S603 - our own words

    def _require_free(self, port: int) -> None:
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((HOST, port))
            except (OSError, OverflowError) as error:
                raise CommandError(
                    f"Port {port} is in use (or is none). End the other program, or choose another "
                    f"port: PORT={port + 1} make demo"
                ) from error
