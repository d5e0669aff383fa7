"""Is every report that is printed accessible, archivable, and the same each time?"""

import os
import re
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from govreg.reports.documents.freezing import to_json
from govreg.reports.documents.parts import Missing, Prose, ReportSection
from govreg.reports.rendering.imprint import issued, preview
from govreg.reports.rendering.paper import pdf_of

from . import pdf_structure, verapdf
from .conftest import EVERY_REPORT, MOMENT

pytestmark = pytest.mark.django_db

PROJECT = Path(__file__).resolve().parents[2]


def text_of(path: Path) -> str:
    """Return the words of a PDF with single spaces, as a reader would copy them."""
    done = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True, text=True)
    return " ".join(done.stdout.split())


@pytest.mark.parametrize(("reference", "kind"), EVERY_REPORT)
def test_structure_serves_a_screen_reader(printed, reference, kind):
    found = pdf_structure.inspect(printed(reference, kind).path)
    assert Counter(found.problems) == {}
    assert found.elements > 400
    assert found.tables >= 1
    assert found.data_cells > 40
    assert found.fonts > 0


@pytest.mark.parametrize("flavour", [verapdf.ACCESSIBLE, verapdf.ARCHIVAL])
@pytest.mark.parametrize(("reference", "kind"), EVERY_REPORT)
def test_the_validator_finds_nothing(printed, reference, kind, flavour):
    assertions, failed = verapdf.failures(printed(reference, kind).path, flavour)
    assert failed == []
    assert assertions > 10_000


@pytest.mark.parametrize("reference", ["leeds-2005", "leeds-2007"])
def test_a_preview_is_accessible_too(document_of, tmp_path, reference):
    document = document_of(reference, "review")
    path = tmp_path / "preview.pdf"
    path.write_bytes(pdf_of(document, preview(document)))
    assert verapdf.failures(path, verapdf.ACCESSIBLE)[1] == []
    assert "Preview, not issued. As at 1 February 2008" in text_of(path)


@pytest.mark.parametrize("reference", ["leeds-2005", "leeds-2007"])
def test_each_recommendation_is_worded_the_same_in_body_and_appendix(printed, reference):
    report = printed(reference, "review")
    text = text_of(report.path)
    assert len(report.document.plan.entries) >= 9
    for entry in report.document.plan.entries:
        wording = " ".join(entry.wording.split())
        assert text.count(wording) == 2, f"recommendation {entry.number}"


@pytest.mark.parametrize(("reference", "lines"), [("leeds-2005", 12), ("leeds-2007", 29)])
def test_every_line_has_its_printed_timescale_or_says_that_there_is_none(printed, reference, lines):
    report = printed(reference, "action-plan")
    plan = report.document.plan
    text = text_of(report.path)
    assert len(plan.lines) == lines
    for timescale, count in Counter(x.timescale_in_words for x in plan.lines).items():
        assert text.count(timescale) >= count, timescale


def test_missing_things_are_said_in_words(printed):
    old, new = printed("leeds-2005", "review"), printed("leeds-2007", "review")
    assert "The report carries no date" in text_of(old.path)
    assert text_of(old.path).count("No owner named") == 1
    assert text_of(new.path).count("No owner named") == 2
    assert text_of(new.path).count("No date stated") == 1
    assert "Answered in part. No response recorded in respect of" in text_of(old.path)


def test_progress_says_what_is_overdue_and_what_was_past_at_issue(printed):
    text = text_of(printed("leeds-2007", "progress").path)
    assert text.count("past at issue") == 11
    assert text.count("Overdue by") == 23
    assert text.count("No progress recorded") == 29


def test_pages_say_where_they_are(printed):
    text = text_of(printed("leeds-2007", "review").path)
    assert "3 Decision-making (continued)" in text
    pages = re.findall(r"Page (\d+) of (\d+)", text)
    assert len(pages) > 25
    assert {total for _, total in pages} == {str(len(pages) + 1)}  # the cover has none


def test_the_same_document_gives_the_same_bytes(printed):
    report = printed("leeds-2007", "progress")
    again = pdf_of(report.document, issued(report.document, number=1, at=MOMENT))
    assert again == report.content


ELSEWHERE = """
import json, sys, django
django.setup()
from datetime import datetime
from govreg.reports.documents.freezing import from_json
from govreg.reports.rendering.imprint import issued
from govreg.reports.rendering.paper import pdf_of
document = from_json(json.load(open(sys.argv[1])))
sys.stdout.buffer.write(
    pdf_of(document, issued(document, number=1, at=datetime.fromisoformat(sys.argv[2])))
)
"""


def test_another_process_with_another_hash_seed_gives_the_same_bytes(printed, tmp_path):
    import json

    report = printed("leeds-2007", "review")
    kept = tmp_path / "document.json"
    kept.write_text(json.dumps(to_json(report.document)), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", ELSEWHERE, str(kept), MOMENT.isoformat()],
        capture_output=True,
        check=True,
        cwd=PROJECT,
        env={
            **os.environ,
            "PYTHONHASHSEED": "4242",
            "DJANGO_SETTINGS_MODULE": "govreg.settings.testing",
        },
    )
    assert done.stdout == report.content


def test_a_recommendation_taller_than_a_page_keeps_the_heads_of_its_columns(printed, tmp_path):
    report = printed("leeds-2007", "review").document
    first, *others = report.plan.entries
    line = replace(first.lines[0], response="A long answer. " * 800)
    tall = replace(first, wording="A tall recommendation. " * 600, lines=(line, *first.lines[1:]))
    plan = replace(report.plan, entries=(tall, *others))
    path = tmp_path / "tall.pdf"
    document = replace(report, plan=plan)
    path.write_bytes(pdf_of(document, issued(document, number=1, at=MOMENT)))
    assert Counter(pdf_structure.inspect(path).problems) == {}
    assert verapdf.failures(path, verapdf.ACCESSIBLE)[1] == []


def test_strange_texts_are_printed_and_stay_accessible(printed, tmp_path):
    strange = (
        "שלום مرحبا 😀 Łódź <b>x</b> & \x0b\x07 soft\u00adhyphen zero\u200bwidth\n\n"
        + "x" * 4000
        + "\n\n"
        + "[l**in**k](https://example.org/?a=b&c=d)\n\n### Deep heading\n\n# Top heading\n\n"
        "![i](file:///etc/passwd) [x](javascript:alert(1)) <script>alert(1)</script>"
    )
    report = printed("leeds-2007", "review").document
    odd = ReportSection(
        "9", "Odd texts", (Prose(strange), Prose("> " * 200 + "deep"), Missing("None")), ()
    )
    deeper = replace(odd, number="8", sections=(replace(odd, number="8.1", sections=(odd,)),))
    document = replace(report, sections=(*report.sections, deeper))
    path = tmp_path / "strange.pdf"
    path.write_bytes(pdf_of(document, issued(document, number=1, at=MOMENT)))
    assert Counter(pdf_structure.inspect(path).problems) == {}
    assert verapdf.failures(path, verapdf.ACCESSIBLE)[1] == []
    text = text_of(path)
    assert "Łódź" in text
    assert "<script>alert(1)</script>" in text
    assert "nested too deeply" in text
