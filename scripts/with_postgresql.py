"""How is a command run with a PostgreSQL server of its own, on this machine only?

Usage: python scripts/with_postgresql.py COMMAND [ARGUMENT ...]
The command finds DATABASE_URL in its environment. The server is stopped and removed afterwards.
"""

import glob
import os
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

#: What a test that is run again anyway does without.
HASTY = "-c fsync=off -c full_page_writes=off -c synchronous_commit=off"


def program(name: str) -> str:
    """Return the path of one of PostgreSQL's programs, of the newest version installed."""
    found = sorted(glob.glob(f"/usr/lib/postgresql/*/bin/{name}")) or [shutil.which(name) or ""]
    if not found[-1]:
        sys.exit(f"{name} was not found. Run `make setup-test`, which installs PostgreSQL.")
    return found[-1]


def free_port() -> int:
    """Return a port on this machine that nobody listens to."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def as_server(command: list[str]) -> list[str]:
    """Return the command as run by the server's user: PostgreSQL refuses to run as root."""
    if os.getuid() != 0:
        return command
    return ["runuser", "-u", "postgres", "--", *command]


@dataclass(frozen=True)
class Server:
    """A server in a folder, on a port of this machine; `durable` as a council runs it."""

    folder: Path
    port: int
    durable: bool

    @property
    def url(self) -> str:
        """Where its first database is."""
        return f"postgres://register@127.0.0.1:{self.port}/postgres"

    def make(self) -> None:
        """Make the files of the server."""
        make = [program("initdb"), "-D", str(self.folder / "data"), "-U", "register", "-A", "trust"]
        make += ["-E", "UTF8", "--locale=C.UTF-8", "--no-sync"]
        self._run(make, check=True)

    def start(self) -> None:
        """Start, and wait until it answers."""
        options = (
            f"-c listen_addresses=127.0.0.1 -p {self.port} "
            f"-c unix_socket_directories={self.folder} {'' if self.durable else HASTY}"
        )
        self._run([*self._control(), "-o", options, "start"], check=True)

    def stop(self, mode: str) -> None:
        """Stop: `fast` ends every connection, `immediate` is as good as a crash."""
        self._run([*self._control(), "-m", mode, "stop"], check=False)

    def _control(self) -> list[str]:
        data, log = str(self.folder / "data"), str(self.folder / "log")
        return [program("pg_ctl"), "-D", data, "-w", "-l", log]

    @staticmethod
    def _run(command: list[str], *, check: bool) -> None:
        subprocess.run(as_server(command), check=check, stdout=subprocess.DEVNULL, cwd="/")


@contextmanager
def running(*, durable: bool = False) -> Iterator[Server]:
    """Give a server that runs; it is stopped and removed afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="register-postgresql-"))
    if os.getuid() == 0:
        owner = pwd.getpwnam("postgres")
        os.chown(folder, owner.pw_uid, owner.pw_gid)
    server = Server(folder, free_port(), durable)
    server.make()
    server.start()
    try:
        yield server
    finally:
        server.stop("immediate")
        time.sleep(0.2)
        shutil.rmtree(folder, ignore_errors=True)


def main() -> int:
    """Start a server, run the command, stop the server; return the command's exit status."""
    with running() as server:
        environment = {**os.environ, "DATABASE_URL": server.url}
        return subprocess.run(sys.argv[1:], env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
