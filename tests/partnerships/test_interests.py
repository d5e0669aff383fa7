"""Are members' interests declared, and is what is exempt kept from whoever may not read it?"""

from datetime import date, timedelta
from typing import Any

import pytest
from django.urls import reverse

from govreg.core import clock
from govreg.core.refusals import Refused
from partnerships.models import Interest
from partnerships.services.interests import declare_interest
from tests.people import Cast, signed_in

from .board import WEST, board, joins, seat, west
from .pages import day, page, problems, read, send

POLICE = "West Yorkshire Police"


def declared(cast: Cast, **changes: Any) -> Interest:
    values = {
        "membership": seat(POLICE, board()),
        "text": "Owns kestrels that the partnership hires.",
        "declared_on": date(2007, 5, 2),
        "handling": "leaves",
        "handling_note": "Left at the falconry item.",
        **changes,
    }
    return declare_interest(partnership=west(), values=values, by=cast.area_manager_west)


def test_an_area_manager_records_what_a_member_declared(cast: Cast) -> None:
    client = signed_in(cast.area_manager_west)
    assert "None has been recorded yet" in page(client, "partnerships:interests", WEST).text
    typed = {
        "membership": str(seat(POLICE, board()).pk),
        "text": "A contract with the partnership.",
        **day("declared_on", 2, 5, 2007),
        **day("start", 1, 4, 2007),
        "handling": "speaks",
    }
    member = page(client, "partnerships:member", WEST, seat(POLICE, board()).pk)
    form = read(client.get(member.find("a", string="Record an interest")["href"]))
    assert POLICE in form.find("select").find("option", selected=True).text
    assert f"{POLICE} on Executive group" in form.find("select").text
    assert send(client, "partnerships:add-interest", WEST, changes=typed).status_code == 302
    line = page(client, "partnerships:interests", WEST, words="contract").find("table").text
    assert POLICE in line
    assert "A contract with the partnership." in line
    assert "takes no part in the decision" in line
    assert "2 May 2007" in line
    one = Interest.objects.get()
    ended = {**day("end", 31, 3, 2008), "reason": "The contract ended."}
    args = (WEST, one.pk)
    assert send(client, "partnerships:correct-interest", *args, changes=ended).status_code == 302
    assert "31 March 2008" in page(client, "partnerships:interest", *args).text
    after = page(client, "partnerships:interests", WEST, **day("on", 1, 4, 2008)).text
    assert "Nothing matches" in after
    history = page(client, "history:record", "partnerships.interest", one.pk).text
    assert "Corrected a declared interest" in history


def test_bad_input_is_said_and_keeps_what_was_typed(cast: Cast) -> None:
    client = signed_in(cast.area_manager_west)
    tomorrow = clock.today() + timedelta(days=1)
    typed = {
        "membership": str(seat(POLICE, board()).pk),
        "text": "A contract.",
        **day("declared_on", tomorrow.day, tomorrow.month, tomorrow.year),
        "handling": "noted",
    }
    sent = send(client, "partnerships:add-interest", WEST, changes=typed)
    assert "still to come" in problems(sent)
    assert "A contract." in read(sent).find("textarea").text
    typed |= day("declared_on", 2, 5, 2007)
    sent = send(client, "partnerships:add-interest", WEST, changes={**typed, "exempt": "on"})
    assert "Choose the paragraph of Schedule 12A" in problems(sent)
    sent = send(
        client, "partnerships:add-interest", WEST, changes={**typed, "exempt_paragraph": "3"}
    )
    assert "not marked as exempt" in problems(sent)
    sent = send(client, "partnerships:add-interest", WEST, changes={**typed, "handling": "other"})
    assert "Say in the note how the interest is handled" in problems(sent)
    assert not Interest.objects.exists()


def test_a_seat_is_one_of_the_partnership_held_on_the_day(cast: Cast) -> None:
    later = joins("Jobcentre Plus", board(), by=cast.area_manager_west, start=date(2007, 6, 1))
    with pytest.raises(Refused, match="did not hold this seat on 2 May 2007"):
        declared(cast, membership=later)
    with pytest.raises(Refused, match="no such seat on this partnership"):
        declared(cast, membership=seat(POLICE, board("dp-east")))


def test_what_is_exempt_is_read_nowhere_by_whoever_may_not(cast: Cast) -> None:
    one = declared(cast, exempt=True, exempt_paragraph="3")
    listed = reverse("partnerships:interests", args=[WEST])
    own = [
        reverse("partnerships:interest", args=[WEST, one.pk]),
        reverse("history:record", args=["partnerships.interest", one.pk]),
    ]
    for who, reads in (("senior_officer", True), ("scrutiny_member", False)):
        client = signed_in(getattr(cast, who))
        shown = client.get(listed).content.decode().lower()
        file = b"".join(client.get(f"{listed}?export=csv").streaming_content).decode().lower()
        assert POLICE.lower() in shown
        assert "exempt, paragraph 3" in file
        for told in (shown, file):
            assert ("kestrels" in told) is reads
            assert ("leaves while" in file) is reads
        found = read(client.get(listed, {"words": "kestrels"}))
        assert (found.find("table") is not None) is reads
        by_handling = read(client.get(listed, {"handling": "leaves"}))
        assert (by_handling.find("table") is not None) is reads
        for address in own:
            answer = client.get(address)
            assert (answer.status_code == 200) is reads
            assert ("kestrels" in answer.content.decode().lower()) is reads
        for address in ("/history/", "/history/?words=interest", "/search/?words=falconry"):
            assert ("kestrels" in client.get(address).content.decode().lower()) is (
                reads and "search" not in address
            )
        search = read(client.get("/search/", {"words": "falconry"})).find("main").text
        assert (POLICE in search) is reads


def test_an_open_interest_is_read_and_found_by_all_who_see_the_partnership(cast: Cast) -> None:
    one = declared(cast)
    client = signed_in(cast.scrutiny_member)
    assert "kestrels" in page(client, "partnerships:interests", WEST).find("table").text
    found = read(client.get("/search/", {"words": "falconry"})).find("main").text
    assert POLICE in found
    assert client.post(reverse("partnerships:add-interest", args=[WEST])).status_code == 403
    east = signed_in(cast.area_manager_east)
    assert east.get(one.get_absolute_url()).status_code == 404
    outside = read(east.get("/search/", {"words": "falconry"})).find("main").text
    assert POLICE not in outside


def test_somebody_who_may_not_read_what_is_exempt_does_not_write_it(cast: Cast) -> None:
    from unittest.mock import patch

    from govreg.core.access import Permission

    manager = cast.area_manager_west
    may = type(manager).may

    def all_but_exempt(self: Any, permission: Any, *scope: Any) -> bool:
        return permission != Permission.VIEW_EXEMPT and may(self, permission, *scope)

    with patch.object(type(manager), "may", all_but_exempt):
        with pytest.raises(Refused, match="not for you to read"):
            declared(cast, exempt=True, exempt_paragraph="3")
        declared(cast)
