"""How are PostgreSQL's own programs found and run against the register's database?"""

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from django.db import connection

from govreg.core.refusals import Refusal, Refused

VERSION = re.compile(r"\(PostgreSQL\) (\d+)")


def run(name: str, *arguments: str, feed: Iterable[bytes] = ()) -> None:
    """Run `pg_dump` or `pg_restore` on the register's database; its password stays out of sight.

    What is fed to it comes from here bit by bit: where this process is killed, the program finds
    its input cut short and gives up.
    Raises Refused with what the program said where it fails.
    """
    command, environment = _command(name)
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(  # noqa: S603 - our own words
            [*command, *arguments], env=environment, stdin=subprocess.PIPE, stderr=said
        )
        try:
            _feed(process, feed)
        finally:
            if process.poll() is None and process.stdin and not process.stdin.closed:
                process.kill()
            process.wait()
        said.seek(0)
        lines = said.read().decode(errors="replace").strip().splitlines()
    if process.returncode:
        raise Refused(
            Refusal(
                "program-failed",
                f"{name} could not finish, and nothing of it was kept. It said: "
                f"{lines[0] if lines else 'nothing'}",
            )
        )


def _feed(process: subprocess.Popen[bytes], chunks: Iterable[bytes]) -> None:
    """Feed a program to the end of its input; one that has ended says why by itself."""
    stream = process.stdin
    if stream is None:
        return
    for chunk in chunks:
        try:
            stream.write(chunk)
        except BrokenPipeError:
            break
    with suppress(BrokenPipeError):
        stream.close()


def _command(name: str) -> tuple[list[str], dict[str, str]]:
    """Return how a program is called on the register's database, and with which environment."""
    from psycopg2.extensions import make_dsn

    parameters = _parameters()
    password = parameters.pop("password", "")
    command = [_program(name), "--no-password", f"--dbname={make_dsn(**parameters)}"]
    return command, {**os.environ, "PGPASSWORD": password} if password else dict(os.environ)


def _parameters() -> dict[str, Any]:
    """Return what this deployment says of the connection, as libpq has it.

    Not what the driver makes of it: its libpq may be newer than the program's, and know more.
    """
    connection.ensure_connection()
    known = {*connection.connection.info.dsn_parameters, "password"}
    given: dict[str, Any] = connection.get_connection_params()
    return {name: value for name, value in given.items() if name in known}


def _program(name: str) -> str:
    """Return the program of the server's own version, or of a newer one."""
    server = connection.connection.info.server_version // 10_000
    found = [str(path) for path in Path("/usr/lib/postgresql").glob(f"*/bin/{name}")]
    found += [path] if (path := shutil.which(name)) else []
    usable = {version: path for path in found if (version := _version(path)) >= server}
    if not usable:
        raise Refused(
            Refusal(
                "program-missing",
                f"{name} of PostgreSQL {server} or newer was not found. Install "
                f"postgresql-client-{server}, then try again.",
            )
        )
    return usable[min(usable)]


def _version(path: str) -> int:
    said = subprocess.run(  # noqa: S603 - a path that we looked up
        [path, "--version"], check=False, capture_output=True, text=True
    ).stdout
    match = VERSION.search(said)
    return int(match.group(1)) if match else 0
