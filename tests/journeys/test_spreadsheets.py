"""Can a corrected member list be imported by keyboard alone, and is each mistake told by line?"""

import csv
import io
from pathlib import Path

import pytest

from .people import Desk

pytestmark = pytest.mark.journey
SHEETS = "/partnerships/dp-west/spreadsheets/"
MARK = "\ufeff"


def rows_of(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))


def saved(path: Path, rows: list[list[str]]) -> str:
    """Save the rows as a spreadsheet program does: with semicolons, where that is the custom."""
    stream = io.StringIO()
    csv.writer(stream, delimiter=";").writerows(rows)
    path.write_text(MARK + stream.getvalue(), encoding="utf-8", newline="")
    return str(path)


def test_import_a_corrected_member_list(desk: Desk, tmp_path: Path):
    manager = desk.sit("area.manager.west")
    manager.go("/partnerships/dp-west/")
    manager.follow("Spreadsheets")
    head, first, *others = rows_of(manager.download("Members as CSV"))
    place = {heading: number for number, heading in enumerate(head)}
    first[place["Role"]] = "Observer"
    first[place["Member from"]] = "31/2/2007"
    new = [""] * len(head)
    new[place["Organisation"]] = "Audit Commission"
    rows = [head, first, *others, new]

    manager.follow("Import members")
    manager.attach("Spreadsheet", saved(tmp_path / "members.csv", rows))
    manager.press("Check the file")
    manager.sees("Nothing has been written yet.")
    manager.sees("“31/2/2007” is no date.")
    manager.sees("Nothing can be imported while a row is refused.")

    first[place["Member from"]] = "1/2/2007"
    manager.follow("Choose another file")
    manager.attach("Spreadsheet", saved(tmp_path / "corrected.csv", rows))
    manager.press("Check the file")
    manager.sees("1 February 2007")
    manager.sees("Observer")
    manager.press("Import all of these")
    manager.sees("1 row was added and 1 changed.")
    manager.follow("Audit Commission")
    manager.sees("Audit Commission")

    manager.go(SHEETS)
    again = rows_of(manager.download("Members as CSV"))
    assert len(again) == len(rows)
    assert again[1][place["Role"]] == "Observer"
    assert again[1][place["Member from"]] == "2007-02-01"
