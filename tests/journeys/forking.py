"""How do many registers start quickly: how is everything read once, and forked for each?

Run as a module it reads orders, a line of JSON each, and answers with the numbers of the processes
that it started: a web server as in `deploy/`, and the worker.
"""

import json
import os
import signal
import subprocess
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

import django

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 20  # seconds


class Nursery:
    """The process that has read everything, and what it is asked for."""

    def __init__(self, environment: dict[str, str]) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", __name__],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def start(self, **order: Any) -> list[int]:
        """Start a register as ordered; return its processes."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(order) + "\n")
        self._process.stdin.flush()
        answer = self._process.stdout.readline()
        assert answer, "The process that starts the registers has ended."
        return json.loads(answer)

    @staticmethod
    def end(processes: list[int]) -> None:
        """Tell processes to end, and wait until they have."""
        for process in processes:
            os.kill(process, signal.SIGTERM)
        latest = time.monotonic() + PATIENCE
        while any(Path(f"/proc/{process}").exists() for process in processes):
            assert time.monotonic() < latest, "A process of the register does not end."
            time.sleep(0.02)


def main() -> None:
    """Read everything, then fork a register for each order."""
    django.setup()
    from django.db import connections
    from django.template.loader import get_template

    import govreg.wsgi  # noqa: F401 - read for the registers to come

    for path in (ROOT / "templates").rglob("*.html"):
        get_template(str(path.relative_to(ROOT / "templates")))
    connections.close_all()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for those that end
    for line in sys.stdin:
        order = json.loads(line)
        started = [_forked(part, order) for part in (_serve, _work)]
        print(json.dumps(started), flush=True)  # noqa: T201 - the answer


def _forked(part: Callable[[dict[str, Any]], None], order: dict[str, Any]) -> int:
    process = os.fork()
    return process or _run(part, order)


def _run(part: Callable[[dict[str, Any]], None], order: dict[str, Any]) -> NoReturn:
    """Be the register of an order, to the end of this process."""
    code = 1
    try:
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.dup2(2, 1)
        _move_to(Path(order["folder"]), order["settings"])
        part(order)
        code = 0
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else 1
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(code)


def _move_to(folder: Path, more: dict[str, str]) -> None:
    """Let the settings be those of the register in a folder, as its environment would say."""
    from django.conf import settings

    os.environ["VAR_DIR"] = str(folder)
    settings.VAR_DIR = folder
    settings.DATABASES["default"]["NAME"] = str(folder / "register.sqlite3")
    settings.STORAGES["default"]["OPTIONS"]["location"] = str(folder / "files")
    for name, value in more.items():
        os.environ[name] = value
        setattr(settings, name, value)


def _serve(order: dict[str, Any]) -> None:
    from gunicorn.app.base import BaseApplication

    from govreg.core.history.protection import refuse_unprotected
    from govreg.wsgi import application

    class Server(BaseApplication):
        """One process with two threads."""

        def load_config(self) -> None:
            bind = f"127.0.0.1:{order['port']}"
            given = {"bind": bind, "workers": 1, "threads": 2, "loglevel": "error"}
            for name, value in given.items():
                self.cfg.set(name, value)

        def load(self) -> Any:
            refuse_unprotected()
            return application

    Server().run()


def _work(order: dict[str, Any]) -> None:
    from django.core.management import call_command

    call_command("work")


if __name__ == "__main__":
    main()
