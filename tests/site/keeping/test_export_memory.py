"""Does taking everything out of a large register need no more memory than of a small one?"""

import sqlite3
import time
from pathlib import Path

import dj_database_url
import psycopg2
import pytest

ROWS = 300_000
MORE_KB = 25_000  # what one register may need more than the other: a chunk of rows, and chance
INSERT = "INSERT INTO accounts_accesslogentry (event, at, detail) VALUES ({}, {}, {})"


def fill(register) -> None:
    """Add rows to the access log in SQL: a register of many years."""
    url = register.environment["DATABASE_URL"]
    rows = [("exported", "2026-01-01 12:00:00+00:00", f"Line {i} " * 8) for i in range(ROWS)]
    if url.startswith("sqlite"):
        connection, mark = sqlite3.connect(dj_database_url.parse(url)["NAME"]), "?"
        connection.executemany(INSERT.format(mark, mark, mark), rows)
    else:
        connection = psycopg2.connect(url)
        connection.cursor().execute(
            "INSERT INTO accounts_accesslogentry (event, at, detail) SELECT 'exported', "
            f"'2026-01-01 12:00:00+00', repeat('Line ' || i, 8) FROM generate_series(1, {ROWS}) i"
        )
    connection.commit()
    connection.close()


def peak(register, folder: Path) -> int:
    """Export; return the most memory that the process had, in KB."""
    process, most = register.start("export_everything", str(folder)), 0
    while process.poll() is None:
        status = Path(f"/proc/{process.pid}/status").read_text()
        for line in status.splitlines():
            if line.startswith("VmHWM:"):
                most = max(most, int(line.split()[1]))
        time.sleep(0.02)
    assert process.returncode == 0
    return most


@pytest.mark.reliability
def test_memory_does_not_grow_with_the_register(archive, place, tmp_path, say):
    register = place()
    register.run("restore", str(archive))
    small = peak(register, tmp_path / "small")
    fill(register)
    large = peak(register, tmp_path / "large")
    exported = tmp_path / "large" / "tables" / "accounts-access-log-entries.csv"
    assert sum(1 for _line in exported.open()) == ROWS + 1
    assert large < small + MORE_KB
    say(f"Export: {small // 1000} MB of memory, and {large // 1000} MB with {ROWS} rows more.")
