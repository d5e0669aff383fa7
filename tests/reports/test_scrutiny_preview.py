"""Is a section of a report to scrutiny seen before it is saved, and nothing lost by looking?"""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from govreg.core.history.models import ChangeSet
from govreg.core.search.models import SearchEntry
from govreg.reports.models import ScrutinySection
from govreg.reports.services.scrutiny import add_section
from tests.partnerships.pages import filled_in, page, problems, read, send
from tests.partnerships.test_progress_table import PRINTED
from tests.people import Cast, signed_in

from .scrutiny_reports import of_leeds
from .test_scrutiny import cells

pytestmark = pytest.mark.django_db
EVERY_TABLE = (
    "[membership]\n\n[priorities]\n\n[progress table]\n\n[response rates]\n\n[red actions]\n\n"
    "[late answers]\n\n[engagement]"
)
TYPED = {
    "title": "Progress so far",
    "text": "First words.\n\nSecond words.\n\n[progress table]",
    "action": "preview",
}


def second_section() -> ScrutinySection:
    section: ScrutinySection = of_leeds().sections.get(position=2)
    return section


def test_a_preview_shows_the_section_in_its_place_with_its_tables(cast: Cast) -> None:
    client = signed_in(cast.democratic_services)
    form = page(client, "scrutiny:write-section", second_section().pk)
    assert form.find("button", value="preview").text.strip() == "Preview"
    assert not form.select_one(".app-preview")
    sent = send(client, "scrutiny:write-section", second_section().pk, changes=TYPED)
    shown = read(sent).select_one(".app-preview")
    assert "Preview, not saved" in shown.text
    assert "2.0 Progress so far" in [h.text for h in shown.find_all("h2")]
    assert [n.text for n in shown.select(".report-clause-number")] == ["2.1", "2.2"]
    assert cells(shown, "Quarter 3 2006/07") == PRINTED


def test_a_preview_writes_nothing_and_keeps_what_was_typed(cast: Cast) -> None:
    section = second_section()
    client = signed_in(cast.democratic_services)
    before = ChangeSet.objects.count(), list(SearchEntry.objects.values_list("pk", "text"))
    sent = send(client, "scrutiny:write-section", section.pk, changes=TYPED)
    assert sent.status_code == 200
    assert (
        ChangeSet.objects.count(),
        list(SearchEntry.objects.values_list("pk", "text")),
    ) == before
    found = second_section()
    assert (found.title, found.text, found.version) == (
        section.title,
        section.text,
        section.version,
    )
    kept = filled_in(read(sent))
    assert kept["title"] == "Progress so far"
    assert kept["text"].replace("\r\n", "\n").strip() == TYPED["text"]
    saved = client.post(f"/scrutiny/sections/{section.pk}/write/", kept)
    assert saved.status_code == 302
    assert second_section().text.replace("\r\n", "\n").strip() == TYPED["text"]


def test_a_preview_of_a_table_that_there_is_not_says_so_and_keeps_the_text(cast: Cast) -> None:
    client = signed_in(cast.democratic_services)
    wrong = {**TYPED, "text": "My words.\n\n[weather]"}
    sent = send(client, "scrutiny:write-section", second_section().pk, changes=wrong)
    assert "Nothing stands for [weather]" in problems(sent)
    assert "My words." in filled_in(read(sent))["text"]


def test_a_script_that_was_typed_does_not_run_in_a_preview(cast: Cast) -> None:
    client = signed_in(cast.democratic_services)
    wrong = {**TYPED, "title": "<b>Bold</b>", "text": "Words <script>alert(1)</script>"}
    sent = send(client, "scrutiny:write-section", second_section().pk, changes=wrong)
    shown = read(sent).select_one(".app-preview")
    assert not shown.find(["script", "b"])
    assert "<b>Bold</b>" in shown.text


def test_a_report_reads_each_kind_of_table_once_however_many_sections_show_it(cast: Cast) -> None:
    report = of_leeds()
    client = signed_in(cast.democratic_services)

    def asked_with(sections: int) -> int:
        for number in range(sections):
            values = {"title": f"More {number}", "text": EVERY_TABLE}
            add_section(report=report, values=values, by=cast.democratic_services)
        client.get(f"/scrutiny/{report.pk}/")
        with CaptureQueriesContext(connection) as captured:
            assert client.get(f"/scrutiny/{report.pk}/").status_code == 200
        return len(captured)

    assert asked_with(1) == asked_with(5)
