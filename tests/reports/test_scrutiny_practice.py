"""Does a report to scrutiny tell the good practice that its author names, and then the same?"""

from io import BytesIO

import pytest
from docx import Document
from pypdf import PdfReader

from govreg.core.files.handing_out import content_of
from partnerships.models import GoodPractice, Plan
from partnerships.services.good_practice import note_good_practice, withdraw_good_practice
from tests.partnerships.pages import page, problems, send
from tests.people import Cast, signed_in

from .scrutiny_reports import issued, of_leeds

pytestmark = pytest.mark.django_db
GONE = "Good practice that stood here was withdrawn"


def noted(cast: Cast, short_name: str | None, title: str = "A forum in every ward") -> GoodPractice:
    west = Plan.objects.select_related("partnership__scope").get(short_name="West")
    values = {
        "title": title,
        "theme": "engagement",
        "difficulty": "Few came.",
        "done": "A forum meets in each ward.",
        "achieved": "Many come.",
        "source": "The review of 2005",
        "plan": west if short_name else None,
    }
    return note_good_practice(
        partnership=west.partnership, values=values, by=cast.partnerships_officer
    )


def test_it_is_told_on_the_page_in_word_and_print_and_frozen_when_issued(cast: Cast) -> None:
    note, report = noted(cast, "West"), of_leeds()
    clerk = signed_in(cast.democratic_services)
    section = report.sections.get(position=1)
    form = page(clerk, "scrutiny:write-section", section.pk)
    assert f"[good practice {note.pk}] (A forum in every ward)" in form.text
    text = f"What works:\n\n[good practice {note.pk}]"
    sent = send(clerk, "scrutiny:write-section", section.pk, changes={"text": text})
    assert sent.status_code == 302
    shown = page(clerk, "scrutiny:report", report.pk)
    assert shown.find("a", string=note.title)["href"] == note.get_absolute_url()
    words = Document(BytesIO(clerk.get(f"/scrutiny/{report.pk}/word/").content))
    told = [paragraph.text for paragraph in words.paragraphs]
    assert "West: A forum in every ward" in told
    assert "What it achieved: Many come." in told
    issue = issued(cast, report)
    printed = "".join(p.extract_text() for p in PdfReader(BytesIO(content_of(issue.file))).pages)
    assert "A forum meets in each ward." in " ".join(printed.split())
    withdraw_good_practice(
        note=note, version=note.version, by=cast.partnerships_officer, reason="It stopped."
    )
    assert GONE in page(clerk, "scrutiny:report", report.pk).text
    member = signed_in(cast.scrutiny_member)
    kept = page(member, "scrutiny:version", report.pk, 1).text
    assert "A forum meets in each ward." in kept
    assert GONE not in kept


def test_a_note_that_names_none_of_the_plans_is_refused(cast: Cast) -> None:
    note = noted(cast, None)
    section = of_leeds().sections.get(position=1)
    text = f"[good practice {note.pk}]\n\n[good practice]"
    clerk = signed_in(cast.democratic_services)
    sent = send(clerk, "scrutiny:write-section", section.pk, changes={"text": text})
    assert f"Nothing stands for [good practice {note.pk}], [good practice]." in problems(sent)
