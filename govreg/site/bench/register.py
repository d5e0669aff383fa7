"""Which register is measured?"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from django.core.management import call_command
from django.db import DatabaseError, connection

from govreg.settings import environment
from govreg.site.leeds.load import is_loaded, load


class NothingToMeasure(Exception):
    """The register that was asked for does not hold the data that is measured."""


@contextmanager
def register_to_measure() -> Iterator[str]:
    """Give the address of the database: the one in DATABASE_URL, or one thrown away afterwards.

    Nothing is written to a register that was named, but for the sessions that are ended again.
    """
    named = environment.text("DATABASE_URL")
    if named:
        if not _holds_the_leeds_data():
            raise NothingToMeasure(
                "The register in DATABASE_URL does not hold the Leeds data. Run "
                "`manage.py migrate` and `manage.py load_leeds` on it first, or leave "
                "DATABASE_URL out to measure one that is made for it."
            )
        yield named
        return
    with TemporaryDirectory(prefix="register-bench-") as folder:
        yield from _thrown_away(Path(folder) / "register.sqlite3")


def _holds_the_leeds_data() -> bool:
    try:
        return is_loaded()
    except DatabaseError:  # a database without the register's tables
        return False


def _thrown_away(path: Path) -> Iterator[str]:
    usual = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = str(path)
    try:
        call_command("migrate", verbosity=0)
        load()
        yield f"sqlite:///{path}"
    finally:
        connection.close()
        connection.settings_dict["NAME"] = usual
