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
from pathlib import Path


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


def main() -> int:
    """Start a server, run the command, stop the server; return the command's exit status."""
    folder = Path(tempfile.mkdtemp(prefix="register-postgresql-"))
    if os.getuid() == 0:
        owner = pwd.getpwnam("postgres")
        os.chown(folder, owner.pw_uid, owner.pw_gid)
    data, port = folder / "data", free_port()
    make = [program("initdb"), "-D", str(data), "-U", "register", "-A", "trust"]
    make += ["-E", "UTF8", "--locale=C.UTF-8", "--no-sync"]
    subprocess.run(as_server(make), check=True, stdout=subprocess.DEVNULL, cwd="/")
    options = (
        f"-c listen_addresses=127.0.0.1 -p {port} -c unix_socket_directories={folder} "
        "-c fsync=off -c full_page_writes=off -c synchronous_commit=off"
    )
    control = [program("pg_ctl"), "-D", str(data), "-w", "-l", str(folder / "log")]
    subprocess.run(
        as_server([*control, "-o", options, "start"]),
        check=True,
        stdout=subprocess.DEVNULL,
        cwd="/",
    )
    try:
        environment = {
            **os.environ,
            "DATABASE_URL": f"postgres://register@127.0.0.1:{port}/postgres",
        }
        return subprocess.run(sys.argv[1:], env=environment, check=False).returncode
    finally:
        subprocess.run(
            as_server([*control, "-m", "immediate", "stop"]),
            check=False,
            stdout=subprocess.DEVNULL,
            cwd="/",
        )
        time.sleep(0.2)
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
