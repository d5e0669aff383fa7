"""Does the Word file of a report to scrutiny say what the report says?"""

from io import BytesIO
from typing import Any

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from govreg.core.history.seal import seal_history
from govreg.reports.documents.scrutiny import ScrutinyTable
from govreg.reports.models import ScrutinyReport
from govreg.reports.queries.scrutiny import day_spoken_of, document_of
from govreg.reports.services.scrutiny import add_section, change_scrutiny
from tests.partnerships.pages import page
from tests.partnerships.test_progress_table import PRINTED
from tests.people import Cast, signed_in

from .scrutiny_reports import issued, of_leeds

pytestmark = pytest.mark.django_db


def opened(client: Any, address: str) -> Any:
    answer = client.get(address)
    assert answer["Content-Type"].endswith("wordprocessingml.document")
    return Document(BytesIO(answer.content))


def headings(found: Any) -> list[str]:
    return [p.text for p in found.paragraphs if p.style.name == "Heading 1"]


def rows_of(found: Any, head: str) -> list[str]:
    (table,) = (t for t in found.tables if t.rows[0].cells[1].text == head)
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    return [",".join(cell.text for cell in row.cells) for row in table.rows[1:]]


def with_a_section(cast: Cast, text: str) -> ScrutinyReport:
    report = of_leeds()
    values = {"title": "Added", "text": text}
    add_section(report=report, values=values, by=cast.democratic_services)
    return report


def test_an_issued_file_says_what_the_version_says(cast: Cast) -> None:
    report = of_leeds()
    seal_history()
    issue = issued(cast, report)
    reader = signed_in(cast.scrutiny_member)
    shown = page(reader, "scrutiny:version", report.pk, 1)
    found = opened(reader, shown.find("a", string="Download as Word")["href"])
    assert headings(found) == [h.text for h in shown.find_all("h2") if h.text[:1].isdigit()]
    numbers = [p.text.split("\t")[0] for p in found.paragraphs if "\t" in p.text]
    assert numbers == [one.text for one in shown.select(".report-clause-number")]
    assert rows_of(found, "No of outputs") == PRINTED
    header = {row.cells[0].text: row.cells[1].text for row in found.tables[0].rows}
    assert header["Subject"] == "District Partnerships"
    assert "Narrowing the Gap" in header["Specific implications for"]
    texts = [p.text for p in found.paragraphs]
    assert any(text.startswith("Version 1, issued ") for text in texts)
    assert issue.seal is not None
    assert issue.seal.digest in texts[-1]
    assert sum("(demonstration: invented)" in text for text in texts) == 5


def test_a_file_is_upright_a4_in_british_english_with_its_title(cast: Cast) -> None:
    report = of_leeds()
    found = opened(signed_in(cast.democratic_services), f"/scrutiny/{report.pk}/word/")
    paper = found.sections[0]
    assert paper.orientation == WD_ORIENT.PORTRAIT
    assert (round(paper.page_width.cm), round(paper.page_height.cm, 1)) == (21, 29.7)
    assert found.core_properties.language == "en-GB"
    assert found.core_properties.title.startswith("District Partnerships: report to the")
    assert any("not issued" in p.text for p in found.paragraphs)


def test_every_table_of_the_draft_is_there(cast: Cast) -> None:
    report = with_a_section(cast, "[red actions]\n\n[late answers]\n\n[engagement]\n\n[membership]")
    document = document_of(report, on=day_spoken_of(report))
    blocks = [b for part in document.parts for b in part.blocks]
    tables = [b for b in blocks if isinstance(b, ScrutinyTable) and b.rows]
    found = opened(signed_in(cast.democratic_services), f"/scrutiny/{report.pk}/word/")
    captions = [p.text for p in found.paragraphs if p.style.name == "Caption"]
    assert [t.caption for t in tables] == [c for c in captions if c in {t.caption for t in tables}]
    said = [[[c.text for c in row.cells] for row in t.rows[1:]] for t in found.tables]
    for table in tables:
        assert [[c.text for c in row.cells] for row in table.rows] in said


def test_lists_tables_and_links_of_the_text_are_kept(cast: Cast) -> None:
    text = (
        "The **first** words.\n\n1. one\n2. two\n   - inner\n\nSecond.\n\n1. again\n\n"
        "**Costs**\n\n| Item | Pounds |\n|---|---|\n| Paper | 12 |\n\n"
        "See [the council](https://www.leeds.gov.uk/)."
    )
    report = with_a_section(cast, text)
    found = opened(signed_in(cast.democratic_services), f"/scrutiny/{report.pk}/word/")
    (start,) = (i for i, p in enumerate(found.paragraphs) if p.text.endswith(".0 Added"))
    told = found.paragraphs[start + 1 :]
    assert told[0].text.split("\t")[1] == "The first words."
    assert [run.text for run in told[0].runs if run.bold] == ["first"]
    lists = [(p.style.name, p.text) for p in told if p.style.name.startswith("List")]
    assert lists == [
        ("List Number", "one"),
        ("List Number", "two"),
        ("List Bullet 2", "inner"),
        ("List Number", "again"),
    ]
    counted = [p._p.pPr.numPr.numId.val for p in told if p.style.name == "List Number"]
    assert counted[0] == counted[1] != counted[2]
    assert rows_of(found, "Pounds") == ["Paper,12"]
    links = [rel.target_ref for rel in found.part.rels.values() if rel.is_external]
    assert links == ["https://www.leeds.gov.uk/"]


def test_characters_that_a_file_does_not_take_are_left_out(cast: Cast) -> None:
    report = with_a_section(
        cast, "A\x0bb and\x03 c.\n\n- d\x1fe\n\n| f\x02 | g |\n|---|---|\n| h | i |"
    )
    header = {"subject": "District\x0c Partnerships", "report_of": "Di\x01rector"}
    change_scrutiny(
        report=report,
        version=report.version,
        values=header,
        by=cast.partnerships_officer,
        reason="x",
    )
    found = opened(signed_in(cast.democratic_services), f"/scrutiny/{report.pk}/word/")
    assert found.core_properties.title.startswith("District Partnerships")
    assert any("Ab and c." in p.text for p in found.paragraphs)
    assert any(p.text == "Report of the Director" for p in found.paragraphs)


def test_who_may_not_see_a_report_gets_no_file(cast: Cast) -> None:
    report = of_leeds()
    draft, version = f"/scrutiny/{report.pk}/word/", f"/scrutiny/{report.pk}/version/1/word/"
    for reader in (cast.scrutiny_member, cast.area_manager_west, cast.senior_officer):
        assert signed_in(reader).get(draft).status_code == 404
        assert signed_in(reader).get(version).status_code == 404
    issued(cast, report)
    assert signed_in(cast.scrutiny_member).get(version).status_code == 200
    assert signed_in(cast.scrutiny_member).get(draft).status_code == 403
    for address in (draft, version):
        assert signed_in(cast.area_manager_west).get(address).status_code == 404
