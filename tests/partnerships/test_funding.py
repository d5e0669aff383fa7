"""Are the arrangements of a partnership's money found, asked their questions and kept apart?"""

from decimal import Decimal

import pytest
from django.urls import reverse

from govreg.core import clock
from govreg.core.refusals import Refused
from partnerships.models import FundingArrangement, GovernanceDocument
from partnerships.queries.checklists import sheet_of
from partnerships.question_sets import ALIGN_OR_POOL, ALIGNED_AGREEMENT, POOLED_AGREEMENT
from partnerships.services.spending import add_efficiency
from tests.people import Cast, signed_in

from .pages import day, page, problems, read, send
from .purse import CES, POLICE, WEST, YEAR, flat, organisation, pays, pool, shown


def test_the_equipment_service_received_853_000_in_2004_05(cast: Cast) -> None:
    arrangement = FundingArrangement.objects.get(partnership__reference=CES)
    assert arrangement.kind == "pooled"
    assert "Section 31" in arrangement.legal_basis
    assert arrangement.years.get().stated_total == Decimal("853000.00")
    assert arrangement.years.get().financial_year == "2004/05"
    text = shown(cast, arrangement)
    assert "The stated total is £853,000." in text
    assert "£853,000 is not accounted for by partner" in text


def test_an_officer_adds_an_arrangement_and_its_history_says_so(cast: Cast) -> None:
    client = signed_in(cast.partnerships_officer)
    typed = {
        "name": "Neighbourhood pool",
        "kind": ["aligned"],
        "host": str(organisation(POLICE).pk),
        "overspend": "Shared in proportion.",
        **day("start", 1, 4, 2006),
    }
    assert send(client, "partnerships:add-funding", WEST, changes=typed).status_code == 302
    made = FundingArrangement.objects.get(name="Neighbourhood pool")
    assert "Shared in proportion." in shown(cast, made)
    change = {"overspend": "The host bears it.", "reason": "The agreement was corrected"}
    assert (
        send(client, "partnerships:change-funding", WEST, made.pk, changes=change).status_code
        == 302
    )
    history = page(client, "history:record", "partnerships.fundingarrangement", made.pk).text
    assert "The agreement was corrected" in history
    assert "Shared in proportion." in history
    assert "Neighbourhood pool" in page(client, "search", words="neighbourhood pool").text
    again = send(client, "partnerships:add-funding", WEST, changes=typed)
    assert "has an arrangement of that name" in problems(again)


def test_an_arrangement_cannot_end_before_it_begins(cast: Cast) -> None:
    client = signed_in(cast.partnerships_officer)
    typed = {
        "name": "Backwards",
        "kind": ["grant"],
        **day("start", 1, 4, 2006),
        **day("end", 1, 3, 2006),
    }
    sent = send(client, "partnerships:add-funding", WEST, changes=typed)
    assert "it cannot end on 1 March 2006" in problems(sent)
    assert read(sent).find(id="id_name")["value"] == "Backwards"


def test_the_issues_of_an_agreement_are_asked_as_its_kind_needs(cast: Cast) -> None:
    by, today = cast.partnerships_officer, clock.today()
    pooled = pool(by=by)
    aligned = pool(by=by, name="Aligned", kind="aligned")
    grant = pool(by=by, name="Grant", kind="grant")

    def asked(arrangement: FundingArrangement, code: str) -> set[str]:
        sheet = sheet_of(arrangement.partnership, code, on=today, funding=arrangement)
        return {line.question.wording for line in sheet.lines} if sheet else set()

    both = asked(aligned, ALIGNED_AGREEMENT), asked(pooled, POOLED_AGREEMENT)
    assert [len(issues) for issues in both] == [8, 11]
    assert len(both[0] | both[1]) == 12
    assert len(asked(pooled, ALIGN_OR_POOL)) == len(asked(grant, ALIGN_OR_POOL)) == 8
    assert asked(pooled, ALIGNED_AGREEMENT) == asked(grant, POOLED_AGREEMENT) == set()
    client = signed_in(by)
    for reference, pk, code in ((WEST, pooled.pk, ALIGNED_AGREEMENT), (WEST, grant.pk, "exit")):
        where = reverse("partnerships:funding-checklist", args=[reference, pk, code])
        assert client.get(where).status_code == 404
    of_all = reverse("partnerships:checklist", args=[WEST, POOLED_AGREEMENT])
    assert client.get(of_all).status_code == 404


def test_two_arrangements_of_a_partnership_answer_for_themselves(cast: Cast) -> None:
    by = cast.partnerships_officer
    one, other = pool(by=by), pool(by=by, name="Another pool")
    client = signed_in(by)
    where = ("partnerships:answer-funding-checklist", WEST, one.pk, ALIGN_OR_POOL)
    typed = {
        "verdict-law": ["no"],
        "verdict-sectors": ["yes"],
        "text-sectors": "Statutory partners alone.",
        "note": "Pooled, because one service is bought.",
    }
    assert send(client, *where, changes=typed).status_code == 302
    read_of = ("partnerships:funding-checklist", WEST)
    text = flat(page(client, *read_of, one.pk, ALIGN_OR_POOL))
    assert "Pooled, because one service is bought." in text
    assert "for pooling 1, for aligning 1, not answered 6" in text
    assert "Statutory partners alone." not in page(client, *read_of, other.pk, ALIGN_OR_POOL).text
    assert "for pooling 1" in shown(cast, one)
    assert "for pooling 1" not in shown(cast, other)


def test_the_list_is_narrowed_by_kind_host_and_year(cast: Cast) -> None:
    by = cast.partnerships_officer
    made = pool(by=by, host=organisation(POLICE))
    pool(by=by, name="Other money", kind="grant")
    pays(made, POLICE, planned="10.00", by=by)
    client = signed_in(cast.auditor)

    def found(**query: str) -> str:
        return page(client, "partnerships:all-money", **query).find("table").text

    assert "Other money" in found(kind="grant")
    assert "Small grants" not in found(kind="grant")
    assert "Small grants" in found(year="2006-07")
    assert "Other money" not in found(year="2006/07", host=str(organisation(POLICE).pk))
    nothing = page(client, "partnerships:all-money", year="soon")
    assert nothing.find("tbody") is None


def test_who_sees_one_partnership_sees_its_money_alone(cast: Cast) -> None:
    made = pool(by=cast.partnerships_officer)
    client = signed_in(cast.lead_officer)
    assert "Small grants" not in page(client, "partnerships:all-money").text
    where = reverse("partnerships:funding", args=[WEST, made.pk])
    assert client.get(where).status_code == 404
    for person in (cast.lead_officer, cast.area_manager_west, cast.auditor):
        with pytest.raises(Refused, match="not change it"):
            pays(made, POLICE, planned="1.00", by=person)
        saved = {"financial_year": YEAR, "found": Decimal("1.00"), "how": "So"}
        with pytest.raises(Refused, match="not change it"):
            add_efficiency(arrangement=made, values=saved, by=person)


def test_the_partnerships_page_leads_to_its_money_and_its_hosting(cast: Cast) -> None:
    pool(by=cast.partnerships_officer)
    client = signed_in(cast.auditor)
    links = page(client, "partnerships:partnership", WEST).select("nav[aria-label=Sections] a")
    (group,) = [link["href"] for link in links if link.text == "Money and risks"]
    money = read(client.get(group))
    assert "1 arrangement" in flat(money)
    beside = money.select('ul[aria-label="Money and risks"] a')
    assert [link.text for link in beside] == ["Money", "Hosting", "Risks"]
    hosting = read(client.get(beside[1]["href"]))
    assert "No hosting agreement has been recorded" in flat(hosting)


def test_an_arrangement_and_the_document_of_its_agreement_lead_to_each_other(cast: Cast) -> None:
    arrangement = FundingArrangement.objects.get(partnership__reference=CES)
    agreement = GovernanceDocument.objects.get(title="Section 31 Partnership Agreement")
    client = signed_in(cast.auditor)
    money = page(client, "partnerships:funding", CES, arrangement.pk)
    assert money.find("a", string=str(agreement))["href"] == agreement.get_absolute_url()
    paper = page(client, "partnerships:document", CES, agreement.pk)
    assert "Agreement of" in flat(paper)
    assert paper.find("a", string=arrangement.name)["href"] == arrangement.get_absolute_url()


def test_a_fund_pooled_by_agreement_says_that_none_is_linked(cast: Cast) -> None:
    officer = cast.partnerships_officer
    bases = ("Section 75 of the NHS Act 2006", "s.31 Health Act 1999", "section 10, Children Act")
    said = [
        "No agreement linked" in shown(cast, pool(by=officer, name=basis, legal_basis=basis))
        for basis in bases
    ]
    aligned = pool(by=officer, name="Aligned", kind="aligned", legal_basis=bases[0])
    assert [*said, "No agreement linked" in shown(cast, aligned)] == [True, True, False, False]


def test_a_document_of_another_partnership_is_no_agreement_of_this(cast: Cast) -> None:
    officer = cast.partnerships_officer
    made = pool(by=officer)
    client = signed_in(officer)
    foreign = GovernanceDocument.objects.get(title="Section 31 Partnership Agreement")
    form = page(client, "partnerships:change-funding", WEST, made.pk)
    offered = {one["value"] for one in form.select("#id_agreement_document option")} - {""}
    own = GovernanceDocument.objects.filter(partnership__reference=WEST)
    assert offered == {str(one.pk) for one in own} != set()
    with pytest.raises(Refused, match="document of another partnership"):
        pool(by=officer, name="Another", agreement_document=foreign)
    typed = {"agreement_document": offered.pop(), "reason": "It was signed"}
    sent = send(client, "partnerships:change-funding", WEST, made.pk, changes=typed)
    assert sent.status_code == 302
    assert (
        "It was signed"
        in page(client, "history:record", "partnerships.fundingarrangement", made.pk).text
    )
