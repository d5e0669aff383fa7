"""Does the Word file of a follow-up report say what the version says?"""

from io import BytesIO

import pytest
from docx import Document

from govreg.core import clock
from govreg.reports.queries.follow_up import document_of
from tests.people import signed_in
from tests.recommendations.asking import asked
from tests.recommendations.lines import iscb_plan

from .preparing import issued, of_the_trust, prepared

pytestmark = pytest.mark.django_db


def test_a_word_file_says_what_the_version_says(cast):
    report = prepared(cast, committee="Audit\x0b Committee", **of_the_trust())
    asked(cast, iscb_plan())
    issued(cast, report)
    answer = signed_in(cast.scrutiny_member).get(f"/follow-up/{report.pk}/version/1/word/")
    assert answer["Content-Type"].endswith("wordprocessingml.document")
    found = Document(BytesIO(answer.content))
    headings = [p.text for p in found.paragraphs if p.style.name.startswith("Heading")]
    assert headings[:2] == ["At a glance", "A. Still to be done"]
    assert any("Version 1, issued" in p.text for p in found.paragraphs)
    figures, *parts = found.tables
    assert figures.rows[-1].cells[0].text == "All priorities"
    assert figures.rows[-1].cells[-1].text == "29"
    assert (
        sum(len(table.rows) - 1 for table in parts)
        == document_of(report, as_at=clock.today()).line_count
    )
    assert any("Decision: granted / refused" in cell.text for t in parts for cell in t._cells)
