"""Is the money of an arrangement kept exactly, year by year and partner by partner?"""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.urls import reverse

from govreg.core import clock
from govreg.core.editing.versions import StaleVersion
from govreg.core.financial_years import FinancialYear, financial_year_of, read_financial_year
from govreg.core.refusals import Refused
from partnerships.models import (
    Contribution,
    ContributionVariation,
    Efficiency,
    FundingArrangement,
)
from partnerships.queries.checklists import sheet_of
from partnerships.queries.funding import funding_page
from partnerships.question_sets import ALIGN_OR_POOL, ALIGNED_AGREEMENT, POOLED_AGREEMENT
from partnerships.rules.contributions import Sums, comparisons
from partnerships.services.contributions import keep_year
from partnerships.services.organisations import merge_organisations
from partnerships.services.spending import add_efficiency, add_expenditure
from tests.people import Cast, signed_in

from .pages import day, filled_in, page, problems, read, send
from .purse import CES, TRUST, WEST, YEAR, organisation, pays, pool

POLICE = "West Yorkshire Police"


def flat(soup) -> str:
    return " ".join(soup.get_text(" ").split())


def shown(cast: Cast, arrangement: FundingArrangement) -> str:
    client = signed_in(cast.auditor)
    reference = arrangement.partnership.reference
    return flat(page(client, "partnerships:funding", reference, arrangement.pk))


def test_a_financial_year_is_understood_however_it_is_written() -> None:
    for text in ("2004/05", "2004-05", "2004/2005", " 2004/05 ", "2004–05"):
        assert read_financial_year(text) == FinancialYear(2004)
    for text in ("2004/06", "2004", "04/05", "1999/2001", "9999/00", "x", "", "²⁰⁰⁴/05"):
        assert read_financial_year(text) is None
    assert str(FinancialYear(1999)) == "1999/00"
    assert financial_year_of(date(2005, 3, 31)) == FinancialYear(2004)
    assert financial_year_of(date(2005, 4, 1)) == FinancialYear(2005)


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


def test_a_whole_year_is_entered_on_one_page(cast: Cast) -> None:
    made = pool(by=cast.partnerships_officer)
    client = signed_in(cast.partnerships_officer)
    police, voice = organisation(POLICE), organisation("Leeds Voice")
    typed = {
        f"planned_{police.pk}": "£247,000",
        f"paid_{police.pk}": "240000.50",
        f"planned_{voice.pk}": "100000",
        f"paid_{voice.pk}": "100000",
        f"in_kind_{voice.pk}": "A shared post",
        f"in_kind_value_{voice.pk}": "12500",
        "another": str(organisation("Audit Commission").pk),
        "planned_another": "0.10",
        "stated_total": "347000.10",
    }
    where = ("partnerships:enter-year", WEST, made.pk, "2006-07")
    assert send(client, *where, changes=typed).status_code == 302
    text = shown(cast, made)
    assert "A shared post" in text
    assert "£12,500" in text
    assert "-£6,999.50" in text
    assert "Planned by partners £347,000.10, exactly what was stated as the total." in text
    assert "Paid £340,000.50, £6,999.60 less than the £347,000.10 planned." in text
    assert Contribution.objects.filter(arrangement=made).count() == 3
    reopened = filled_in(page(client, *where))
    assert reopened[f"planned_{police.pk}"] == "247000.00"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("1.234", "2 decimal places or fewer"),
        ("-5", "must be"),
        ("many", "must be an amount"),
        ("1e400", "must"),
        ("9999999999999999", "digits"),
    ],
)
def test_what_is_no_amount_is_refused_and_nothing_typed_is_lost(
    cast: Cast, typed: str, said: str
) -> None:
    made = pool(by=cast.partnerships_officer)
    police = organisation(POLICE)
    sent = send(
        signed_in(cast.partnerships_officer),
        "partnerships:enter-year",
        WEST,
        made.pk,
        "2006-07",
        changes={f"planned_{police.pk}": typed, "source": "The agreement"},
    )
    assert sent.status_code == 200
    assert said in problems(sent)
    assert POLICE in problems(sent)
    kept = filled_in(read(sent))
    assert (kept[f"planned_{police.pk}"], kept["source"]) == (typed, "The agreement")
    assert not Contribution.objects.filter(arrangement=made).exists()


@pytest.mark.parametrize(
    ("amount", "said"),
    [
        ("0.001", "more than two decimal places"),
        ("-0.01", "cannot be negative"),
        ("NaN", "must be a number"),
        ("1000000000000", "more than the register can keep"),
    ],
)
def test_no_door_lets_an_inexact_amount_in(cast: Cast, amount: str, said: str) -> None:
    made = pool(by=cast.partnerships_officer)
    with pytest.raises(Refused, match=said):
        pays(made, POLICE, planned=amount, by=cast.partnerships_officer)
    spent = {"financial_year": YEAR, "spent": Decimal(amount), "purpose": "Grants"}
    with pytest.raises(Refused, match=said):
        add_expenditure(arrangement=made, values=spent, by=cast.partnerships_officer)


def test_pennies_add_up_exactly(cast: Cast) -> None:
    made = pool(by=cast.partnerships_officer)
    for name in (POLICE, "Leeds Voice", "Audit Commission"):
        pays(made, name, planned="0.10", paid="0.10", by=cast.partnerships_officer)
    [year] = funding_page(made, on=clock.today()).years
    assert year.sums.planned == Decimal("0.30")
    assert all(one.agrees for one in year.comparisons)
    csv = signed_in(cast.auditor).get(
        reverse("partnerships:all-money"), {"year": "2006/07", "export": "csv"}
    )
    assert "0.30" in b"".join(csv.streaming_content).decode()


def test_the_sums_say_by_how_much_they_do_not_agree() -> None:
    thousand, less = Decimal("1000.00"), Decimal("999.99")
    said = [c.sentence for c in comparisons(Sums(thousand, less, less, thousand))]
    assert said == [
        "Planned by partners £999.99, £0.01 less than the £1,000 stated as the total.",
        "Paid £999.99, exactly what was planned.",
        "Spent £1,000, £0.01 more than the £999.99 paid in.",
    ]
    assert comparisons(Sums(planned=thousand)) == []


def test_a_planned_amount_changes_only_as_a_variation_with_its_reason(cast: Cast) -> None:
    by = cast.partnerships_officer
    made = pool(by=by)
    pays(made, POLICE, planned="100.00", by=by)
    with pytest.raises(Refused, match=f"changes of: {POLICE}"):
        pays(made, POLICE, planned="90.00", by=by)
    to_come = clock.today() + timedelta(days=1)
    with pytest.raises(Refused, match="cannot be in the future"):
        pays(made, POLICE, planned="90.00", by=by, varied_on=to_come, because="Cuts")
    client, police = signed_in(by), organisation(POLICE)
    sent = send(
        client,
        "partnerships:enter-year",
        WEST,
        made.pk,
        "2006-07",
        changes={f"planned_{police.pk}": "90"},
    )
    assert "Give the date of the variation and its reason" in problems(sent)
    typed = {
        f"planned_{police.pk}": "90",
        "because": "The grant was cut",
        **day("varied_on", 1, 10, 2006),
    }
    sent = send(client, "partnerships:enter-year", WEST, made.pk, "2006-07", changes=typed)
    assert sent.status_code == 302
    variation = ContributionVariation.objects.get()
    assert (variation.before, variation.after) == (Decimal("100.00"), Decimal("90.00"))
    assert "Varied on 1 October 2006 from £100 to £90: The grant was cut" in shown(cast, made)
    history = page(client, "history:record", "partnerships.fundingarrangement", made.pk).text
    assert "The grant was cut" in history


def test_a_value_in_kind_says_what_is_given_and_a_row_says_whose_it_is(cast: Cast) -> None:
    made = pool(by=cast.partnerships_officer)
    police = organisation(POLICE)
    sent = send(
        signed_in(cast.partnerships_officer),
        "partnerships:enter-year",
        WEST,
        made.pk,
        "2006-07",
        changes={f"in_kind_value_{police.pk}": "100", "planned_another": "5"},
    )
    assert "Say what is given in kind" in problems(sent)
    assert "Choose the partner that the last row is of" in problems(sent)


def test_two_people_who_enter_a_year_at_once_see_both(cast: Cast) -> None:
    by = cast.partnerships_officer
    made = pool(by=by)
    police = organisation(POLICE)
    first, second = signed_in(by), signed_in(by)
    where = ("partnerships:enter-year", WEST, made.pk, "2006-07")
    opened = filled_in(page(second, *where))
    send(first, *where, changes={f"planned_{police.pk}": "111"})
    lost = second.post(reverse(where[0], args=where[1:]), {**opened, f"planned_{police.pk}": "222"})
    assert lost.status_code == 409
    assert "111" in read(lost).text
    assert "222" in str(read(lost))
    with pytest.raises(StaleVersion):
        keep_year(arrangement=made, financial_year=YEAR, version=0, given={}, by=by)


def test_an_address_of_no_year_is_not_found(cast: Cast) -> None:
    made = pool(by=cast.partnerships_officer)
    client = signed_in(cast.partnerships_officer)
    for year in ("2006-08", "x", "9999-00"):
        where = reverse("partnerships:enter-year", args=[WEST, made.pk, year])
        assert client.get(where).status_code == 404
    other = reverse("partnerships:funding", args=[CES, made.pk])
    assert client.get(other).status_code == 404


def test_spending_is_told_by_outcome_and_savings_by_where_they_went(cast: Cast) -> None:
    by = cast.partnerships_officer
    made, client = pool(by=by), signed_in(by)
    typed = {"financial_year": "2006/2007", "purpose": "Grants", "outcome": "Be healthy"}
    for amount in ("10.10", "20.20"):
        sent = send(
            client,
            "partnerships:add-spending",
            WEST,
            made.pk,
            changes={**typed, "spent": amount},
        )
        assert sent.status_code == 302
    saved = {"financial_year": YEAR, "found": "8", "how": "One form", "reinvested": "9"}
    sent = send(client, "partnerships:add-saving", WEST, made.pk, changes=saved)
    assert "Say in what the saving was reinvested" in problems(sent)
    saved["reinvested_in"] = "Play schemes"
    sent = send(client, "partnerships:add-saving", WEST, made.pk, changes=saved)
    assert "More cannot be reinvested than was saved" in problems(sent)
    saved["reinvested"] = "7"
    assert send(client, "partnerships:add-saving", WEST, made.pk, changes=saved).status_code == 302
    text = shown(cast, made)
    assert "By outcome: Be healthy £30.30." in text
    assert "Play schemes" in text
    wrong = {**typed, "spent": "1", "financial_year": "2006/08"}
    sent = send(client, "partnerships:add-spending", WEST, made.pk, changes=wrong)
    assert "Enter a financial year as 2004/05" in problems(sent)
    row = made.expenditure.order_by("pk")[0]
    fixed = {"spent": "10.00", "reason": "A slip"}
    sent = send(client, "partnerships:correct-spending", WEST, made.pk, row.pk, changes=fixed)
    assert sent.status_code == 302
    assert "By outcome: Be healthy £30.20." in shown(cast, made)
    kept = Efficiency.objects.get()
    fixed = {"how": "One form for all", "reason": "A slip"}
    sent = send(client, "partnerships:correct-saving", WEST, made.pk, kept.pk, changes=fixed)
    assert sent.status_code == 302
    assert "One form for all" in shown(cast, made)


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
    text = flat(page(signed_in(cast.auditor), "partnerships:partnership", WEST))
    assert "Money (1)" in text
    assert "Hosting agreements (0)" in text
    assert "Hosting agreements (4)" in flat(
        page(signed_in(cast.auditor), "partnerships:partnership", TRUST)
    )


def test_two_records_of_a_partner_become_one_only_where_no_amount_is_lost(cast: Cast) -> None:
    by = cast.partnerships_officer
    made = pool(by=by)
    one, other = organisation(POLICE), organisation("Audit Commission")
    for name in (POLICE, "Audit Commission"):
        pays(made, name, planned="5.00", by=by)
    merge = {"into": other, "by": cast.administrator, "reason": "Doubles."}
    with pytest.raises(Refused, match="Small grants pool, 2006/07"):
        merge_organisations(duplicate=one, **merge)
    voice = organisation("Leeds Voice")
    pays(made, "Leeds Voice", planned="5.00", by=by, year="2005/06")
    merge_organisations(duplicate=voice, **merge)
    assert Contribution.objects.filter(organisation=other).count() == 2
