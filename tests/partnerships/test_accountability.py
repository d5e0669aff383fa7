"""Are the nine cells of accountability stated, with their gaps, and complaints logged?"""

from datetime import date

from partnerships.models import AccountabilityTable, Complaint
from tests.people import Cast, signed_in

from .pages import day, filled_in, page, problems, send
from .yearly import words

TRUST = "children-leeds"
PAGE, STATE = "partnerships:accountability", "partnerships:state-accountability"


def gaps(client) -> int:
    table = page(client, PAGE, TRUST).select_one('div[aria-label="How account is given"]')
    return words(table).count("Gap")


def test_what_is_not_arranged_is_a_gap(cast: Cast) -> None:
    client = signed_in(cast.lead_officer)
    assert gaps(client) == 9
    stated = {"giving_strategic": "A yearly report.", "redress_operational": "The council’s route."}
    assert send(client, STATE, TRUST, changes=stated).status_code == 302
    assert gaps(client) == 7
    shown = words(page(client, PAGE, TRUST))
    assert "Giving account A yearly report. Gap Gap" in shown
    table = AccountabilityTable.objects.get()
    history = words(
        page(client, "history:record", "partnerships.partnership", table.partnership_id)
    )
    assert "Stated how account is given" in history


def test_two_who_state_it_at_once_meet(cast: Cast) -> None:
    client = signed_in(cast.lead_officer)
    stale = filled_in(page(client, STATE, TRUST))
    send(client, STATE, TRUST, changes={"held_strategic": "Scrutiny asks the chair."})
    where = f"/partnerships/{TRUST}/accountability/state/"
    met = client.post(where, {**stale, "held_strategic": "Nobody."})
    assert met.status_code == 409
    assert "Scrutiny asks the chair." in met.text
    assert "Nobody." in met.text


def test_a_complaint_is_logged_and_closed_with_its_outcome(cast: Cast) -> None:
    client = signed_in(cast.lead_officer)
    form = words(page(client, "partnerships:log-complaint", TRUST))
    assert "nothing by which the person who complained could be known" in form
    told = {"subject": "A ramp that came late", "partners": "Education Leeds"}
    told |= day("received_on", 5, 6, 2007)
    assert send(client, "partnerships:log-complaint", TRUST, changes=told).status_code == 302
    made = Complaint.objects.get()
    assert "1 complaint logged, which is open." in words(page(client, PAGE, TRUST))
    change = "partnerships:change-complaint"
    early = day("closed_on", 4, 6, 2007) | {"reason": "Settled."}
    refused = send(client, change, TRUST, made.pk, changes=early)
    assert "so it was not closed before that" in problems(refused)
    closed = day("closed_on", 5, 7, 2007) | {"reason": "Settled."}
    assert "Say what the outcome was." in problems(
        send(client, change, TRUST, made.pk, changes=closed)
    )
    closed |= {"outcome": "An apology.", "learnt": "Order earlier."}
    assert send(client, change, TRUST, made.pk, changes=closed).status_code == 302
    made.refresh_from_db()
    assert made.closed_on == date(2007, 7, 5)
    listed = words(page(client, "partnerships:complaints", TRUST, standing="closed"))
    assert "An apology." in listed
    assert "1 complaint logged, which is closed." in words(page(client, PAGE, TRUST))


def test_a_text_that_is_too_long_says_which_cell_it_is(cast: Cast) -> None:
    client = signed_in(cast.lead_officer)
    told = problems(send(client, STATE, TRUST, changes={"giving_strategic": "x" * 4001}))
    assert "Giving account, strategic layer must be 4000 characters or fewer" in told


def test_who_may_only_read_is_told_who_keeps_it(cast: Cast) -> None:
    client = signed_in(cast.scrutiny_member)
    shown = words(page(client, PAGE, TRUST))
    assert "kept by the partnership’s lead officer (Director of Children's Services)" in shown
    refused = client.get(f"/partnerships/{TRUST}/accountability/state/")
    assert refused.status_code == 403
    assert "It is for: partnerships officer, partnership lead officer" in refused.content.decode()
