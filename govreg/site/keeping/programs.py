"""How are PostgreSQL's own programs found and run against the register's database?"""

import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

from django.db import connection

from govreg.core.refusals import Refusal, Refused

VERSION = re.compile(r"\(PostgreSQL\) (\d+)")


def run(name: str, *arguments: str) -> None:
    """Run `pg_dump` or `pg_restore` on the register's database; its password stays out of sight.

    Raises Refused with what the program said where it fails.
    """
    parameters = _parameters()
    password = parameters.pop("password", "")
    from psycopg2.extensions import make_dsn

    command = [_program(name), "--no-password", f"--dbname={make_dsn(**parameters)}", *arguments]
    environment = {**os.environ, "PGPASSWORD": password} if password else dict(os.environ)
    done = subprocess.run(  # noqa: S603 - our own words
        command, env=environment, check=False, capture_output=True, text=True
    )
    if done.returncode:
        said = done.stderr.strip().splitlines()
        raise Refused(
            Refusal(
                "program-failed",
                f"{name} could not finish, and nothing of it was kept. It said: "
                f"{said[0] if said else 'nothing'}",
            )
        )


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
