"""How is everybody reminded, once a day, who has not answered for a quarter?"""

from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string

from govreg.core import clock
from govreg.core.history.change import change
from govreg.core.outbox.services import queue_message
from govreg.core.refusals import enforce
from govreg.core.ui.addresses import address_of
from partnerships.models import ReportingQuarter
from partnerships.queries.chasing import Asked, asked_by_person, chased
from partnerships.queries.reminded import key_of_reminder
from partnerships.rules import quarters as rules

from .allowed import enforce_running_quarters

#: A reminder that could not be sent for so long says nothing any more.
OF_USE_FOR = timedelta(days=3)


def remind(*, reporting: ReportingQuarter, on: date, by: Any) -> int:
    """Queue one message to each person whose actions wait; return to how many.

    Each is told of their own actions alone. A second reminder of one day is the same message, which
    is sent once.
    """
    partnership = reporting.plan.partnership
    verb = f"Reminded those who have not answered for {reporting.period}"
    with change(verb=verb, by=by, scope=partnership.scope):
        enforce_running_quarters(partnership, by=by)
        enforce(rules.refusal_unless_open(state=reporting.state, what="chased"))
        lines = chased(reporting, on=on)
        found = asked_by_person(lines)
        waiting = sum(line.waiting for line in lines)
        enforce(rules.refusal_to_remind(waiting=waiting, people=len(found)))
        for person, asked in found.items():
            _queue(reporting, person, asked, on=on)
    return len(found)


def _queue(reporting: ReportingQuarter, person: Any, asked: Asked, *, on: date) -> None:
    path = address_of("partnerships:answer-quarter", reporting.plan_id, reporting.period.slug)
    waits = "1 action waits" if asked.number == 1 else f"{asked.number} actions wait"
    context = {
        "title": f"{reporting.period}: {waits} for your answer",
        "person": person,
        "asked": asked,
        "reporting": reporting,
        "council": settings.COUNCIL_NAME,
        "address": f"{settings.REGISTER_ADDRESS}{path}",
    }
    queue_message(
        key=key_of_reminder(reporting, person, on=on),
        to=person.email,
        subject=context["title"],
        text=render_to_string("emails/quarter_reminder.txt", context),
        html=render_to_string("emails/quarter_reminder.html", context),
        not_after=clock.true_now() + OF_USE_FOR,
    )
