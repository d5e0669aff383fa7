"""Are two registers the same, row for row and file for file, and protected alike?"""

import hashlib
from pathlib import Path

from .proof import Register

TABLES = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'",
    "postgres": "SELECT tablename FROM pg_tables WHERE schemaname = 'public'",
}
TRIGGERS = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger' ORDER BY 1",
    "postgres": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1",
}


def _kind(register: Register) -> str:
    return register.environment["DATABASE_URL"].partition(":")[0]


def tables(register: Register) -> list[str]:
    """Return the names of the tables."""
    return sorted(name for (name,) in register.rows(TABLES[_kind(register)]))


def table_digests(register: Register) -> dict[str, str]:
    """Return a digest of the rows of every table."""
    found = {}
    for table in tables(register):
        rows = sorted(repr(row) for row in register.rows(f'SELECT * FROM "{table}"'))
        found[table] = hashlib.sha256("\n".join(rows).encode()).hexdigest()
    return found


def triggers(register: Register) -> list[str]:
    """Return the names of the triggers."""
    return [name for (name,) in register.rows(TRIGGERS[_kind(register)])]


def file_digests(register: Register) -> dict[str, str]:
    """Return a digest of every file in the store."""
    store = Path(register.environment["FILES_DIR"])
    return {
        path.relative_to(store).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in register.files
    }


def hold_alike(one: Register, other: Register) -> int:
    """Hold two registers against each other; return how many tables were compared."""
    digests = table_digests(one)
    assert table_digests(other) == digests
    assert file_digests(other) == file_digests(one)
    assert triggers(other) == triggers(one)
    assert len(triggers(one)) > 40
    return len(digests)
