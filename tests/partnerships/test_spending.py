"""Is it told what money was spent on, what was saved, and what becomes of a difference?"""

from decimal import Decimal

import pytest

from partnerships.models import (
    Efficiency,
)
from partnerships.services.spending import add_expenditure
from tests.people import Cast, signed_in

from .pages import problems, send
from .purse import POLICE, WEST, YEAR, pays, pool, shown


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


@pytest.mark.parametrize(
    ("spent", "said", "unsaid"),
    [
        ("60.00", "of an overspend: The host bears it.", "underspend:"),
        ("40.00", "of an underspend: It is carried over.", "of an overspend:"),
        ("50.00", "exactly what was paid in", "What the agreement says"),
    ],
)
def test_money_left_over_or_spent_beyond_leads_to_what_was_agreed(
    cast: Cast, spent: str, said: str, unsaid: str
) -> None:
    by = cast.partnerships_officer
    terms = {"overspend": "The host bears it.", "underspend": "It is carried over."}
    made = pool(by=by, **terms)
    pays(made, POLICE, paid="50.00", by=by)
    values = {"financial_year": YEAR, "spent": Decimal(spent), "purpose": "Grants"}
    add_expenditure(arrangement=made, values=values, by=by)
    text = shown(cast, made)
    assert said in text
    assert unsaid not in text
