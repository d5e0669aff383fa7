"""Is everybody reminded who can answer, once a day, and is it told who was written to?"""

from datetime import date

import pytest
from django.core import mail

from govreg.core.outbox.models import OutgoingMessage
from partnerships.models import Organisation
from partnerships.services.reminders import remind
from tests.partnerships.pages import read
from tests.partnerships.quarter import of_plan, opened, small_action, small_plan
from tests.people import signed_in

pytestmark = pytest.mark.django_db
POLICE = "Partnership Officer (West Yorkshire Police)"


def test_those_who_have_not_answered_are_reminded_once_a_day_of_their_own(cast):
    reporting = of_plan("2006-07-q4")
    officer = cast.partnerships_officer
    told = remind(reporting=reporting, on=date(2007, 4, 12), by=officer)
    again = remind(reporting=reporting, on=date(2007, 4, 12), by=officer)
    assert told == again == 3
    written = {one.to: one for one in OutgoingMessage.objects.filter(key__startswith="quarter:")}
    assert set(written) == {
        "police.officer@leeds.example",
        cast.area_manager_west.email,
        cast.area_manager_east.email,
    }
    message = written["police.officer@leeds.example"]
    assert "that your organisation leads have no answer for Quarter 4 2006/07" in message.text
    assert f"/plans/{reporting.plan_id}/quarters/2006-07-q4/answer/" in message.text
    assert mail.outbox == [], "the worker sends it after the commit"


def test_where_nobody_can_be_written_to_the_reminder_says_so(cast):
    officer = cast.partnerships_officer
    plan = small_plan(officer, of="dp-south")
    small_action(plan, "X1", officer, lead=Organisation.objects.get(name="Leeds Voice"))
    reporting = opened(plan, officer)
    page = signed_in(officer).post(f"{reporting.get_absolute_url()}remind/").content.decode()
    assert "Nobody in the register answers for the organisations" in page
    assert not OutgoingMessage.objects.filter(key__startswith="quarter:").exists()


def test_the_keepers_of_a_plan_are_reminded_where_nobody_of_the_lead_can_answer(cast):
    officer = cast.partnerships_officer
    plan = small_plan(officer)
    small_action(plan, "X1", officer, lead=Organisation.objects.get(name="Leeds Voice"))
    small_action(plan, "X2", officer, lead=None)
    small_action(plan, "X3", officer)
    reporting = opened(plan, officer)
    remind(reporting=reporting, on=date(2007, 7, 1), by=officer)
    written = {one.to: one for one in OutgoingMessage.objects.filter(key__startswith="quarter:")}
    assert set(written) == {"police.officer@leeds.example", cast.area_manager_west.email}
    text = written[cast.area_manager_west.email].text
    assert "2 actions of A small plan have no answer for Quarter 1 2007/08 yet" in text
    assert "you are asked because you keep the plan" in text
    assert "that your organisation leads" not in text


def test_the_page_names_who_is_written_to_and_afterwards_who_was(cast):
    officer = cast.partnerships_officer
    plan = small_plan(officer)
    small_action(plan, "X1", officer)
    reporting = opened(plan, officer)
    client = signed_in(officer)
    waiting, send = (f"{reporting.get_absolute_url()}{step}/" for step in ("waiting", "remind"))
    assert f"{POLICE} is written to about 1 action that waits" in read(client.get(send)).main.text
    assert "Reminders" not in read(client.get(waiting)).main.text
    sent = read(client.post(send, follow=True))
    assert f"The reminders are on their way to {POLICE}." in sent.text
    told = read(client.get(waiting)).main
    assert told.find("a", string="Remind them") is None
    assert "Everybody who can answer for these actions was written to today" in told.text
    assert f": {POLICE}" in told.find("h2", string="Reminders").find_next("ul").text
    again = read(client.get(send, follow=True))
    assert "Everybody who can answer for what still waits was written to today" in again.text
    assert again.find("button", string="Send the reminders") is None
    small_action(plan, "X2", officer, lead=None)
    asks = read(client.get(send)).main.text
    assert "Area Manager (West) is written to about 1 action" in asks
    assert f"{POLICE} was written to today already" in asks
