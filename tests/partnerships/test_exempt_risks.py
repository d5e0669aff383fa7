"""Is a risk that is exempt from publication kept from whoever may not read it?"""

from typing import Any
from unittest.mock import patch

import pytest
from django.test import Client
from django.urls import reverse

from govreg.core.access import Permission
from govreg.core.refusals import Refused
from partnerships.services.risks import add_action, assess_risk
from tests.people import Cast, signed_in

from .pages import page, problems, send
from .sheet_files import confirmed, edited, rows_of, taken_out
from .test_risks import WEST, days, risk

SECRET = "kestrels"


def exempt_risk(cast: Cast) -> Any:
    return risk(
        cast,
        title=f"The supplier of {SECRET} fails",
        controls="Falconry by contract.",
        exempt=True,
        exempt_paragraph="3",
    )


def everywhere(client: Client, thing: Any) -> dict[str, bool]:
    """Say at which addresses a reader meets the secret."""
    listed = reverse("partnerships:risks", args=[WEST])
    every = reverse("partnerships:all-risks")
    addresses = [
        listed,
        every,
        f"{listed}?export=csv",
        f"{every}?export=csv&standing=all",
        f"{listed}?words={SECRET}",
        reverse("partnerships:risk", args=[WEST, thing.pk]),
        reverse("history:record", args=["partnerships.risk", thing.pk]),
        "/history/",
        "/history/?words=risk",
        "/search/?words=falconry",
        reverse("partnerships:spreadsheet", args=[WEST, "risks", "csv"]),
    ]
    found = {}
    for address in addresses:
        answer = client.get(address)
        told = b"".join(answer.streaming_content) if answer.streaming else answer.content
        said = SECRET in told.decode().lower()
        found[address] = said if "words=kestrels" not in address else b"The supplier" in told
    return found


def test_an_exempt_risk_is_met_nowhere_by_whoever_may_not_read_it(cast: Cast) -> None:
    thing = exempt_risk(cast)
    risk(cast)
    reads = everywhere(signed_in(cast.senior_officer), thing)
    history = [address for address in reads if address.startswith("/history/?")]
    assert [address for address, said in reads.items() if not said] in ([], history)
    kept = everywhere(signed_in(cast.scrutiny_member), thing)
    assert [address for address, said in kept.items() if said] == []


def test_the_heat_map_counts_an_exempt_risk_for_its_readers_alone(cast: Cast) -> None:
    exempt_risk(cast)
    for who, count, told in ((cast.senior_officer, 1, False), (cast.scrutiny_member, 0, True)):
        shown = page(signed_in(who), "partnerships:risks", WEST)
        cells = [td.text for td in shown.select("details table")[0].select("tbody td")]
        assert cells.count("1 (high, 12)") == count
        assert ("exempt from publication are not shown to you" in shown.text) is told


def test_an_officer_marks_a_risk_as_exempt_by_its_paragraph(cast: Cast) -> None:
    thing, client = risk(cast), signed_in(cast.partnerships_officer)
    args = ("partnerships:change-risk", WEST, thing.pk)
    sent = send(client, *args, changes={"exempt": "on", "reason": "Commercial"})
    assert "Choose the paragraph of Schedule 12A" in problems(sent)
    sent = send(client, *args, changes={"exempt_paragraph": "3", "reason": "Commercial"})
    assert "not marked as exempt" in problems(sent)
    typed = {"exempt": "on", "exempt_paragraph": "3", "reason": "Commercial"}
    assert send(client, *args, changes=typed).status_code == 302
    shown = page(client, "partnerships:risk", WEST, thing.pk).text
    assert "Exempt, paragraph 3: financial or business affairs" in shown
    assert signed_in(cast.scrutiny_member).get(thing.get_absolute_url()).status_code == 404


def test_the_sheet_takes_an_exemption_out_and_in(cast: Cast) -> None:
    thing, client = risk(cast), signed_in(cast.partnerships_officer)

    def edit(rows: Any) -> None:
        rows[0]["Exempt from publication"] = "Yes"
        rows[0]["Paragraph of Schedule 12A"] = "3: financial or business affairs"

    assert confirmed(client, *edited(client, WEST, "risks", edit)).status_code == 302
    thing.refresh_from_db()
    assert (thing.exempt, thing.exempt_paragraph) == (True, "3")
    (row,) = rows_of(taken_out(client, WEST, "risks"))
    assert row["Paragraph of Schedule 12A"] == "3: financial or business affairs"


def test_who_may_not_read_what_is_exempt_does_not_write_it(cast: Cast) -> None:
    thing, officer = exempt_risk(cast), cast.partnerships_officer
    may = type(officer).may

    def all_but_exempt(self: Any, permission: Any, *scope: Any) -> bool:
        return permission != Permission.VIEW_EXEMPT and may(self, permission, *scope)

    values = {"day": days(0), "likelihood": 1, "impact": 1, "note": ""}
    with patch.object(type(officer), "may", all_but_exempt):
        for verb in (
            lambda: assess_risk(risk=thing, values=values, review_due=days(30), by=officer),
            lambda: add_action(risk=thing, values={"text": "Look"}, by=officer),
            lambda: exempt_risk(cast),
        ):
            with pytest.raises(Refused, match="not for you to read"):
                verb()
