"""Does a report to scrutiny tell what the register knows, until it is issued, and then the same?"""

from typing import Any

import pytest

from govreg.core import clock
from govreg.core.files.handing_out import content_of
from govreg.core.refusals import Refused
from govreg.reports.documents.scrutiny import ScrutinyDocument, ScrutinyProse, ScrutinyTable
from govreg.reports.documents.scrutiny_text import begins_paragraph, names_in
from govreg.reports.models import ScrutinySection
from govreg.reports.queries.scrutiny import day_spoken_of, document_of
from govreg.reports.services.scrutiny import change_section, move_section
from govreg.reports.services.scrutiny_issues import ask_for_issue
from tests.partnerships.pages import filled_in, page, problems, read, send
from tests.partnerships.quarter import (
    answered,
    opened,
    quarter,
    regeneration_plan,
    small_action,
    small_plan,
)
from tests.partnerships.test_progress_table import PRINTED
from tests.people import Cast, signed_in

from .scrutiny_reports import issued, of_leeds, prepared

pytestmark = pytest.mark.django_db


def tables(document: ScrutinyDocument) -> dict[str, ScrutinyTable]:
    found = [b for part in document.parts for b in part.blocks if isinstance(b, ScrutinyTable)]
    return {table.caption: table for table in found}


def the_table(document: ScrutinyDocument) -> ScrutinyTable:
    (found,) = (t for name, t in tables(document).items() if "Summary Progress Table" in name)
    return found


def cells(soup: Any, caption: str) -> list[str]:
    table = next(t for t in soup.find_all("table") if t.caption and caption in t.caption.text)
    for hidden in table.select("td .govuk-visually-hidden"):
        hidden.extract()
    return [
        ",".join(cell.text.strip() for cell in row.find_all(["th", "td"]))
        for row in table.tbody.find_all("tr")
    ]


def test_the_report_of_2007_stands_in_its_form_with_its_table_cell_by_cell(cast: Cast) -> None:
    shown = page(signed_in(cast.democratic_services), "scrutiny:report", of_leeds().pk)
    assert cells(shown, "Quarter 3 2006/07 – Leeds Regeneration Plan") == PRINTED
    headings = [h.text for h in shown.find_all("h2") if h.text[:1].isdigit()]
    assert headings[0] == "1.0 Purpose of report"
    assert headings[-1] == "7.0 Recommendations"
    numbers = [one.text for one in shown.select(".report-clause-number")]
    assert numbers[:4] == ["1.1", "2.1", "2.2", "2.3"]
    assert numbers[-2:] == ["7.1", "7.2"]
    assert "Neighbourhoods and Housing Scrutiny Committee" in shown.text
    assert "Narrowing the Gap" in shown.text
    assert "White = commencement date not yet reached" in shown.text
    assert shown.text.count("This case study is invented") == 5
    assert "West,79,61,18,77.2%" in cells(shown, "Answers of lead agencies")
    assert "3 of 5 partnerships have private sector representation" in shown.text


def test_a_red_figure_leads_to_its_actions_and_their_history(cast: Cast) -> None:
    report = of_leeds()
    issued(cast, report)
    client = signed_in(cast.scrutiny_member)
    shown = page(client, "scrutiny:version", report.pk, 1)
    table = next(t for t in shown.find_all("table") if "Summary" in t.caption.text)
    total = table.tbody.find_all("tr")[-1].find_all("td")
    red = total[5].a
    assert red.text == "8 red, Total/Average %"
    listed = read(client.get(red["href"]))
    assert len(listed.select("tbody tr")) == 8
    action = read(client.get(listed.select_one("tbody tr a")["href"]))
    (heading,) = (h.text for h in action.find_all("h3") if "Quarter 3 2006/07" in h.text)
    assert "Red" in heading
    history = action.find("a", string="History of this action")["href"]
    assert client.get(history).status_code == 200


def test_each_cell_says_of_which_column_it_is_where_rows_stack(cast: Cast) -> None:
    shown = page(signed_in(cast.partnerships_officer), "scrutiny:report", of_leeds().pk)
    table = next(t for t in shown.find_all("table") if "Summary Progress" in t.caption.text)
    heads = [head.text for head in table.thead.find_all("th")]
    assert [cell["data-label"] for cell in table.tbody.tr.find_all("td")] == heads[1:]


def test_the_tables_refresh_until_the_report_is_issued_and_then_freeze(cast: Cast) -> None:
    by = cast.partnerships_officer
    plan = small_plan(by)
    action = small_action(plan, "A1", by)
    reporting = opened(plan, by)
    report = prepared(cast, reporting.period.slug, plan=plan)
    assert [c.text for c in the_table(document_of(report, on=clock.today())).rows[0].cells][
        -2:
    ] == ["1", "100"]
    answered(action, "red", by, reason="No money.")
    draft = document_of(report, on=clock.today())
    assert draft.is_provisional
    assert "figures are provisional" in " ".join(the_table(draft).notes)
    reds = tables(draft)[f"Actions reported as red for {reporting.period}"].rows
    assert [row.cells[-1].text for row in reds] == ["No money."]
    with pytest.raises(Refused, match="Close the quarter"):
        ask_for_issue(report=report, by=cast.democratic_services)


def test_an_issued_version_says_the_same_whatever_is_written_later(cast: Cast) -> None:
    report = of_leeds()
    issued(cast, report)
    section = report.sections.get(position=1)
    section.report = report
    values = {"title": "Why", "text": "Something else."}
    change_section(
        section=section, version=section.version, values=values, by=cast.democratic_services
    )
    client = signed_in(cast.scrutiny_member)
    shown = page(client, "scrutiny:version", report.pk, 1).text
    assert "1.0 Purpose of report" in shown
    assert "Something else." not in shown
    with pytest.raises(Refused, match="what changed"):
        issued(cast, report)
    issued(cast, report, what_changed="The purpose.")
    later = page(client, "scrutiny:version", report.pk, 2)
    assert "Something else." in later.text
    assert page(client, "scrutiny:version", report.pk, 1).find("a", string="version 2")


def test_a_draft_is_its_authors_and_an_issue_is_for_those_who_see_all_its_plans(
    cast: Cast,
) -> None:
    report = of_leeds()
    address = f"/scrutiny/{report.pk}/"
    for reader in (cast.scrutiny_member, cast.area_manager_west, cast.senior_officer):
        assert signed_in(reader).get(address).status_code == 404
        assert "District Partnerships" not in read(signed_in(reader).get("/scrutiny/")).main.text
    issued(cast, report)
    member = read(signed_in(cast.scrutiny_member).get(address))
    assert member.find("a", string="Version 1")
    assert not member.find("a", string="Add a section")
    assert signed_in(cast.scrutiny_member).get(f"{address}pdf/").status_code == 403
    assert signed_in(cast.area_manager_west).get(address).status_code == 404
    assert signed_in(cast.area_manager_west).get(f"{address}version/1/").status_code == 404


def test_an_author_prepares_a_report_that_is_drafted_from_the_register(cast: Cast) -> None:
    client = signed_in(cast.democratic_services)
    form = page(client, "scrutiny:prepare")
    chosen = form.find("option", string=lambda text: text and "Quarter 2 2006/07" in text)
    typed = {
        "report_of": "Chief Executive",
        "committee": "Scrutiny Board",
        "subject": "Half a year",
        "reporting": chosen["value"],
    }
    missing = send(client, "scrutiny:prepare", changes={**typed, "subject": ""})
    assert "Enter the subject" in problems(missing)
    assert 'value="Chief Executive"' in missing.content.decode()
    sent = send(client, "scrutiny:prepare", changes=typed)
    shown = read(client.get(sent["Location"]))
    headings = [h.text for h in shown.find_all("h2") if h.text[:1].isdigit()]
    assert len(headings) == 10
    assert headings[4] == "5.0 Progress in 2006/07"
    assert "No late answer has come in" in shown.text


def test_a_section_is_written_moved_and_removed(cast: Cast) -> None:
    report = of_leeds()
    client = signed_in(cast.democratic_services)
    first, second = list(report.sections.all())[:2]
    text = "One.\n\n- a list\n- of two\n\nTwo. <script>alert(1)</script>\n\n[priorities]"
    sent = send(client, "scrutiny:write-section", first.pk, changes={"text": text})
    assert sent.status_code == 302
    shown = page(client, "scrutiny:report", report.pk)
    assert [n.text for n in shown.select(".report-clause-number")][:3] == ["1.1", "1.2", "2.1"]
    assert not shown.main.find("script")
    client.post(f"/scrutiny/sections/{first.pk}/down/")
    headings = [h.text for h in page(client, "scrutiny:report", report.pk).find_all("h2")]
    assert f"1.0 {second.title}" in headings
    send(client, "scrutiny:remove-section", first.pk)
    assert not ScrutinySection.objects.filter(pk=first.pk).exists()


def test_a_table_that_there_is_not_is_refused_and_nothing_is_lost(cast: Cast) -> None:
    client = signed_in(cast.democratic_services)
    section = of_leeds().sections.get(position=1)
    text = "My words.\n\n[weather]\n\n[case study 999999]"
    sent = send(client, "scrutiny:write-section", section.pk, changes={"text": text})
    assert "Nothing stands for [weather], [case study 999999]" in problems(sent)
    assert "My words." in sent.content.decode()


def test_two_writers_of_a_section_meet_with_both_texts(cast: Cast) -> None:
    section = of_leeds().sections.get(position=1)
    first, second = signed_in(cast.democratic_services), signed_in(cast.partnerships_officer)
    opened_form = filled_in(page(second, "scrutiny:write-section", section.pk))
    send(first, "scrutiny:write-section", section.pk, changes={"text": "Theirs."})
    met = second.post(f"/scrutiny/sections/{section.pk}/write/", {**opened_form, "text": "Mine."})
    assert "Theirs." in read(met).text
    assert "Mine." in read(met).text


def test_the_last_section_stays_where_it_is(cast: Cast) -> None:
    report = of_leeds()
    last = list(report.sections.all())[-1]
    last.report = report
    move_section(section=last, earlier=False, by=cast.democratic_services)
    assert list(report.sections.all())[-1].pk == last.pk


def test_a_link_in_the_text_is_no_table() -> None:
    assert names_in("See [here](https://example.org).\n\n[late answers]") == [
        ("late answers", None)
    ]
    assert names_in("Words\n[membership]\nmore words") == [("membership", None)]


@pytest.mark.parametrize(
    ("run", "numbered"),
    [
        ("A paragraph.", True),
        ("**Bold** at its beginning.", True),
        ("*In italics* at its beginning.", True),
        ("- A list", False),
        ("* A list", False),
        ("2. A list", False),
        ("| A | table |", False),
        ("> A quotation", False),
    ],
)
def test_a_paragraph_has_a_number_and_what_belongs_to_it_has_none(run: str, numbered: bool) -> None:
    assert begins_paragraph(run) is numbered


def test_a_plan_under_another_is_told_with_it(cast: Cast) -> None:
    west = regeneration_plan().plans.get(short_name="West")
    with pytest.raises(Refused, match="Choose that one"):
        prepared(cast, "2006-07-q3", plan=west)
    with pytest.raises(Refused, match="never opened"):
        prepared(cast, quarter("2007-08-q1").slug)


def test_the_document_that_was_frozen_is_read_as_it_was(cast: Cast) -> None:
    from govreg.reports.documents.freezing import scrutiny_from_json

    report = of_leeds()
    document = document_of(report, on=day_spoken_of(report))
    issue = issued(cast, report)
    assert scrutiny_from_json(issue.document) == document
    assert any(isinstance(b, ScrutinyProse) for part in document.parts for b in part.blocks)
    assert content_of(issue.file).startswith(b"%PDF")


def test_democratic_services_record_that_the_committee_wants_to_see_more(cast: Cast) -> None:
    report = of_leeds()
    issued(cast, report)
    clerk = signed_in(cast.democratic_services)
    typed = {
        "kind": "further-scrutiny",
        "minute_reference": "7.2",
        "words": "Look further into the District Partnerships.",
    }
    bare = send(clerk, "scrutiny:record-decision", report.pk, 1, changes=typed)
    assert "Say what is to come" in problems(bare)
    typed["what"] = "A report on the outer areas"
    sent = send(clerk, "scrutiny:record-decision", report.pk, 1, changes=typed)
    assert sent["Location"] == f"/scrutiny/{report.pk}/version/1/"
    member = signed_in(cast.scrutiny_member)
    assert "A report on the outer areas" in page(member, "scrutiny:version", report.pk, 1).text
    programme = page(member, "follow-up:programme", committee="Housing Scrutiny")
    (row,) = programme.select("tbody tr")
    assert "A report on the outer areas" in row.text
    assert row.find("a", string="Further scrutiny, minute 7.2")["href"] == sent["Location"]
    history = member.get(f"/history/reports.scrutinyreport/{report.pk}/")
    assert "Recorded what a committee decided" in read(history).text
    neighbour = signed_in(cast.area_manager_west)
    assert "outer areas" not in page(neighbour, "follow-up:programme").main.text
