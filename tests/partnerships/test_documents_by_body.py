"""Which body had which document on a day, and what does governance health say of it?"""

from datetime import date, timedelta

import pytest

from govreg.core import clock
from partnerships.models import GovernanceDocument, Partnership
from partnerships.queries.health import State, health_of
from partnerships.services.document_versions import withdraw_version
from partnerships.services.documents import describe_document
from tests.people import Cast, signed_in

from .pages import day, page
from .papers import cells, present, terms_of_west

WEST, TRUST, CES = "dp-west", "children-leeds", "ces"


def partnership(reference: str) -> Partnership:
    return Partnership.objects.get(reference=reference)


def test_the_trust_of_2007_has_terms_constitutions_and_no_memorandum(leeds: None) -> None:
    assert set(cells(TRUST, "terms-of-reference")) == {
        "CLP",
        "Open Forums",
        "Locality",
        "DCS Unit",
    }
    assert set(cells(TRUST, "constitution")) == {"ISCB", "LSCB"}
    assert cells(TRUST, "memorandum") == {}
    assert set(cells(TRUST, "risk-register")) == {"CLP", "ISCB", "DCS Unit"}
    assert "2006 to 2009" in cells(TRUST, "childrens-plan")[""][0]
    assert cells(TRUST, "information-sharing") == {"": ["Protocol on information sharing"]}


def test_the_documents_of_2005_are_those_that_the_review_names(leeds: None) -> None:
    on = date(2005, 8, 1)
    assert cells(CES, "partnership-agreement", on) == {"": ["Section 31 Partnership Agreement"]}
    assert cells(CES, "service-management", on) == {
        "": ["Service Management and Development Arrangements"]
    }
    agreement = GovernanceDocument.objects.get(partnership__reference=CES, title__contains="31")
    assert "Made every year" in agreement.notes
    for area in ("dp-west", "dp-south", "dp-east", "dp-north-west", "dp-north-east"):
        assert cells(area, "terms-of-reference", on) == {"": ["Terms of reference"]}
        assert cells(area, "action-plan", on) == {"": ["District action plan"]}


def test_the_page_by_body_says_none_and_asks_for_a_day(cast: Cast) -> None:
    client = signed_in(cast.scrutiny_member)
    shown = page(client, "partnerships:documents-by-body", TRUST, **day("on", 1, 11, 2007))
    assert "in force on 1 November 2007" in shown.text
    row = next(r for r in shown.find_all("tr") if "Memorandum of understanding" in r.text)
    assert {cell.text for cell in row.find_all("td")} == {"None"}
    wrong = page(client, "partnerships:documents-by-body", TRUST, **day("on", 31, 2, 2007))
    assert "problem" in wrong.text


def standing(reference: str):
    found = partnership(reference)
    return health_of([found], on=clock.today())[found.pk]["terms"]


@pytest.mark.parametrize(
    ("days", "state"), [(400, State.MET), (10, State.DUE), (-1, State.OVERDUE), (None, "missing")]
)
def test_health_says_whether_the_terms_are_in_date(cast: Cast, days, state) -> None:
    terms = terms_of_west()
    due = None if days is None else clock.today() + timedelta(days=days)
    describe_document(
        document=terms, version=terms.version, values={"review_due": due}, by=cast.area_manager_west
    )
    assert standing(WEST).state == state
    shown = page(signed_in(cast.area_manager_west), "partnerships:partnership", WEST)
    led = any("See the documents" in link.text for link in shown.find_all("a"))
    assert led == (state != State.MET)


def test_health_names_the_bodies_without_and_what_stands_instead(cast: Cast) -> None:
    assert standing(CES).state == State.NOT_APPLICABLE
    assert "Section 31 Partnership Agreement" in standing(CES).reason
    constitution = GovernanceDocument.objects.select_related("partnership__scope").get(
        partnership__reference=TRUST, body__local_term="LSCB", kind="constitution"
    )
    withdraw_version(version=present(constitution), because="Ended", by=None)
    later = clock.today() + timedelta(days=1)
    found = partnership(TRUST)
    said = health_of([found], on=later)[found.pk]["terms"]
    assert said.state == State.MISSING
    assert "“Local Safeguarding Children's Board”" in said.reason
