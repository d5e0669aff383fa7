"""Is a report to scrutiny a PDF that everybody can read, and that archives may keep?"""

from pathlib import Path

import pytest

from govreg.core.files.handing_out import content_of
from govreg.reports.documents.scrutiny import ScrutinyCell, ScrutinyRow, ScrutinyTable
from tests.people import Cast

from . import verapdf
from .scrutiny_reports import issued, of_leeds

pytestmark = pytest.mark.django_db


def test_a_column_of_words_has_room_for_its_longest_word_and_more_for_long_texts() -> None:
    cells = ("NW27", "North West", "Yearly conference or event", "The post has been empty. " * 3)
    row = ScrutinyRow(tuple(ScrutinyCell(text) for text in cells))
    table = ScrutinyTable(caption="Red", heads=("Action", "Plan", "What", "Why"), rows=(row,))
    shares = dict(table.heads_with_shares)
    assert sum(shares.values()) in range(98, 103)
    signs = {head: share * 80 / 100 for head, share in shares.items()}  # an upright page has 80
    assert signs["Action"] > len("Action")
    assert signs["What"] > len("conference")
    assert shares["Why"] > shares["What"] > shares["Plan"]


def test_the_validator_finds_nothing_in_an_issued_version(cast: Cast, tmp_path: Path) -> None:
    path = tmp_path / "scrutiny.pdf"
    path.write_bytes(content_of(issued(cast, of_leeds()).file))
    for flavour in (verapdf.ACCESSIBLE, verapdf.ARCHIVAL):
        assertions, failed = verapdf.failures(path, flavour)
        assert failed == []
        assert assertions > 1_000
