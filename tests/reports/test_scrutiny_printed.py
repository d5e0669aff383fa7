"""Is a report to scrutiny a PDF that everybody can read, and that archives may keep?"""

from pathlib import Path

import pytest

from govreg.core.files.handing_out import content_of
from tests.people import Cast

from . import verapdf
from .scrutiny_reports import issued, of_leeds

pytestmark = pytest.mark.django_db


def test_the_validator_finds_nothing_in_an_issued_version(cast: Cast, tmp_path: Path) -> None:
    path = tmp_path / "scrutiny.pdf"
    path.write_bytes(content_of(issued(cast, of_leeds()).file))
    for flavour in (verapdf.ACCESSIBLE, verapdf.ARCHIVAL):
        assertions, failed = verapdf.failures(path, flavour)
        assert failed == []
        assert assertions > 1_000
