"""Is a report to scrutiny found by those who may read it, and its draft by nobody else?"""

import pytest

from govreg.core.search.index import search
from govreg.reports.models import ScrutinyReport
from govreg.reports.services.scrutiny import (
    add_section,
    change_scrutiny,
    change_section,
    remove_section,
)
from tests.partnerships.pages import page
from tests.people import Cast, signed_in

from .scrutiny_reports import issued, of_leeds

pytestmark = pytest.mark.django_db
HEADER = "District Partnerships, Quarter 3 2006/07"


def kinds(words: str, user: object) -> list[str]:
    return [one.kind for one in search(words, user=user) if "crutiny" in one.kind]


def giraffes(cast: Cast, report: ScrutinyReport) -> None:
    values = {"title": "Zoological purpose", "text": "Giraffes were engaged."}
    add_section(report=report, values=values, by=cast.democratic_services)


def test_a_draft_is_found_by_those_who_write_it_alone(cast: Cast) -> None:
    report = of_leeds()
    giraffes(cast, report)
    found = page(signed_in(cast.democratic_services), "search", words="giraffes").main
    assert found.find("a", string=lambda text: text and text.startswith("Zoological purpose"))
    for writer in (cast.democratic_services, cast.partnerships_officer):
        assert kinds("giraffes", writer) == ["Section of a draft scrutiny report"]
        assert "Scrutiny report" in kinds(HEADER, writer)
    for reader in (cast.scrutiny_member, cast.area_manager_west, cast.senior_officer):
        assert kinds("giraffes", reader) == []
        assert kinds(HEADER, reader) == []


def test_an_issued_one_is_found_by_those_who_may_read_it(cast: Cast) -> None:
    report = of_leeds()
    issued(cast, report)
    giraffes(cast, report)
    assert kinds("giraffes", cast.scrutiny_member) == []
    both = ["Issued scrutiny report", "Scrutiny report"]
    assert sorted(kinds(HEADER, cast.scrutiny_member)) == both
    issued(cast, report, what_changed="Giraffes.")
    (one,) = search("giraffes", user=cast.scrutiny_member)
    assert one.url == f"/scrutiny/{report.pk}/version/2/"
    assert kinds("giraffes", cast.area_manager_west) == []
    assert kinds(HEADER, cast.area_manager_west) == []


def test_what_an_earlier_version_said_is_found_no_more(cast: Cast) -> None:
    report = of_leeds()
    giraffes(cast, report)
    issued(cast, report)
    section = report.sections.get(title="Zoological purpose")
    section.report = report
    values = {"title": section.title, "text": "Okapis were engaged."}
    by = cast.democratic_services
    change_section(section=section, version=section.version, values=values, by=by)
    assert kinds("giraffes", cast.scrutiny_member) == ["Issued scrutiny report"]
    issued(cast, report, what_changed="Okapis.")
    assert kinds("giraffes", cast.scrutiny_member) == []
    assert kinds("okapis", cast.scrutiny_member) == ["Issued scrutiny report"]


def test_a_section_is_found_under_its_report_until_it_is_removed(cast: Cast) -> None:
    report, by = of_leeds(), cast.democratic_services
    giraffes(cast, report)
    change_scrutiny(
        report=report, version=report.version, values={"subject": "Zoos"}, by=by, reason="New."
    )
    assert kinds("zoos giraffes", by) == ["Section of a draft scrutiny report"]
    assert "Scrutiny report" in kinds("zoos", by)
    section = report.sections.get(title="Zoological purpose")
    section.report = report
    remove_section(section=section, version=section.version, by=by)
    assert kinds("giraffes", by) == []
