"""Is a kept database a copy of what was made, and made anew once anything it hangs on changes?"""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests import prepared


@pytest.fixture(autouse=True)
def fresh(monkeypatch, tmp_path):
    """A place of this test's own for what is kept, and a repository with one source file."""
    (tmp_path / "partnerships").mkdir()
    (tmp_path / "partnerships" / "models.py").write_text("A = 1")
    monkeypatch.setattr(prepared, "KEPT", tmp_path / "kept")
    monkeypatch.setattr(prepared, "ROOT", tmp_path)
    prepared.version.cache_clear()
    yield tmp_path
    prepared.version.cache_clear()


def filled(place: Path, word: str) -> str:
    """Fill a database, by making one with the word where none is kept; return its word."""

    def make() -> None:
        with closing(sqlite3.connect(place)) as made, made:
            made.execute("CREATE TABLE said (word text)")
            made.execute("INSERT INTO said VALUES (?)", [word])

    prepared.copied_or_made(f"sqlite:///{place}", "tried", make)
    with closing(sqlite3.connect(place)) as found:
        ((said,),) = found.execute("SELECT word FROM said")
    return said


def test_the_second_gets_a_copy_of_what_the_first_made(tmp_path):
    assert filled(tmp_path / "one", "first") == "first"
    assert filled(tmp_path / "two", "second") == "first"


@pytest.mark.parametrize("name", ["partnerships/models.py", "partnerships/added.py"])
def test_a_changed_or_new_source_file_makes_it_anew(tmp_path, name):
    assert filled(tmp_path / "one", "first") == "first"
    (tmp_path / name).write_text("A = 2")
    prepared.version.cache_clear()
    assert filled(tmp_path / "two", "second") == "second"


def test_what_was_not_made_to_its_end_is_not_kept(tmp_path):
    def fail() -> None:
        (tmp_path / "one").write_bytes(b"half")
        raise RuntimeError

    with pytest.raises(RuntimeError):
        prepared.copied_or_made(f"sqlite:///{tmp_path / 'one'}", "tried", fail)
    (tmp_path / "one").unlink()
    assert filled(tmp_path / "one", "whole") == "whole"
