"""Is what each partner contributes kept exactly, and is every change of it explained?"""

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
)
from partnerships.queries.funding import funding_page
from partnerships.rules.contributions import Sums, comparisons
from partnerships.services.contributions import keep_year
from partnerships.services.organisations import merge_organisations
from partnerships.services.spending import add_expenditure
from tests.people import Cast, signed_in

from .pages import day, filled_in, page, problems, read, send
from .purse import CES, POLICE, WEST, YEAR, organisation, pays, pool, shown


def test_a_financial_year_is_understood_however_it_is_written() -> None:
    for text in ("2004/05", "2004-05", "2004/2005", " 2004/05 ", "2004–05"):
        assert read_financial_year(text) == FinancialYear(2004)
    for text in ("2004/06", "2004", "04/05", "1999/2001", "9999/00", "x", "", "²⁰⁰⁴/05"):
        assert read_financial_year(text) is None
    assert str(FinancialYear(1999)) == "1999/00"
    assert financial_year_of(date(2005, 3, 31)) == FinancialYear(2004)
    assert financial_year_of(date(2005, 4, 1)) == FinancialYear(2005)


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
