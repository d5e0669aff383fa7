"""Is a committee's follow-up report a PDF that everybody can read, and that archives may keep?"""

from pathlib import Path

import pytest

from govreg.core.files.handing_out import content_of
from tests.people import Cast
from tests.recommendations.asking import asked, granted, the_march_line
from tests.recommendations.lines import iscb_plan

from . import verapdf
from .preparing import issued, of_the_trust, prepared

pytestmark = pytest.mark.django_db


def test_the_validator_finds_nothing_in_an_issued_version(cast: Cast, tmp_path: Path) -> None:
    asked(cast, iscb_plan())
    granted(cast, the_march_line())
    version = issued(cast, prepared(cast, **of_the_trust()))
    path = tmp_path / "follow-up.pdf"
    path.write_bytes(content_of(version.file))
    for flavour in (verapdf.ACCESSIBLE, verapdf.ARCHIVAL):
        assertions, failed = verapdf.failures(path, flavour)
        assert failed == []
        assert assertions > 1_000
