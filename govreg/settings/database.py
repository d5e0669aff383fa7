"""How is the register connected to its database, so that nothing acknowledged is lost?"""

import sqlite3
from pathlib import Path
from typing import Any

import dj_database_url

#: Older versions can corrupt a database when the write-ahead log is reset while others read it.
WAL_IS_SAFE = sqlite3.sqlite_version_info >= (3, 51, 3)
SQLITE_JOURNAL = "WAL" if WAL_IS_SAFE else "DELETE"


def configuration(url: str, *, behind_pgbouncer: bool = False) -> dict[str, Any]:
    """Return Django's settings for one database address (SQLite or PostgreSQL).

    SQLite takes its write lock at the start of a transaction and waits for it: with Django's
    defaults most concurrent writes end in "database is locked".
    """
    settings: dict[str, Any] = dict(dj_database_url.parse(url))
    if "sqlite" in settings["ENGINE"]:
        Path(settings["NAME"]).parent.mkdir(parents=True, exist_ok=True)
        settings["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": (
                "PRAGMA synchronous=FULL; PRAGMA recursive_triggers=ON; "
                f"PRAGMA journal_mode={SQLITE_JOURNAL};"
            ),
        }
    elif "postgresql" in settings["ENGINE"]:
        if not behind_pgbouncer:  # it refuses a connection that sets anything; see docs/running.md
            _without_compiling(settings.setdefault("OPTIONS", {}))
        settings["CONN_MAX_AGE"] = 0 if behind_pgbouncer else 60
        settings["CONN_HEALTH_CHECKS"] = True
        settings["DISABLE_SERVER_SIDE_CURSORS"] = behind_pgbouncer
    return settings


def _without_compiling(options: dict[str, Any]) -> None:
    """Have PostgreSQL run our questions instead of compiling them first.

    It compiles what it believes to be costly. Questions about who may see what look so, and are
    answered in a fifth of a second; compiling one for the page of the history took five seconds.
    """
    options["options"] = f"{options.get('options', '')} -c jit=off".strip()
