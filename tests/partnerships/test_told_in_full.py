"""Do lists say when an answer came, figures without idle noughts, and a plan all its actions?"""

from datetime import date
from decimal import Decimal

import pytest

from govreg.core import clock
from govreg.core.ui.words import long_date
from partnerships.services.quarters import close_quarter
from tests.partnerships.pages import page, read
from tests.partnerships.quarter import answered, opened, regeneration_plan, small_action, small_plan
from tests.people import Cast, signed_in

pytestmark = pytest.mark.django_db


def test_each_answer_says_its_day_and_each_figure_is_without_idle_noughts(cast: Cast) -> None:
    officer = cast.partnerships_officer
    plan = small_plan(officer)
    first = small_action(plan, "X1", officer, target=Decimal("12.50"), unit="homes")
    late = small_action(plan, "X2", officer)
    small_action(plan, "X3", officer)
    reporting = opened(plan, officer)
    answered(first, "green", officer, value=Decimal("7.00"))
    close_quarter(reporting=reporting, on=date(2007, 7, 6), by=officer)
    answered(late, "green", officer, late=True)
    client = signed_in(officer)
    listed = read(client.get(f"{reporting.get_absolute_url()}actions/"))
    told = {
        row.th.text: {cell["data-label"]: cell.text for cell in row.find_all("td")}
        for row in listed.select("tbody tr")
    }
    assert told["X1"]["Answered"] == long_date(clock.today())
    assert told["X1"]["Reached"] == "7"
    assert told["X1"]["Target"] == "12.5"
    assert told["X3"]["Answered"] == "No answer"
    shown = page(client, "partnerships:plan-action", first.pk).text
    assert "12.5" in shown
    assert "7 homes." in shown
    assert ".00" not in shown
    answer = page(client, "partnerships:plan-action", late.pk)
    assert answer.find(class_="govuk-tag", string="Late")


def test_a_plan_above_others_says_its_own_actions_and_theirs(cast: Cast) -> None:
    client = signed_in(cast.partnerships_officer)
    said = "0 of its own, 582 with the plans under it"
    plan = regeneration_plan()
    assert said in page(client, "partnerships:plan", plan.pk).text
    listed = page(client, "partnerships:plans", words=plan.name)
    row = next(row for row in listed.select("tbody tr") if row.th.text == plan.name)
    assert row.find("td", attrs={"data-label": "Actions"}).text == said
