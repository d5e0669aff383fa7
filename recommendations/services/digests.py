"""How does a person choose how often they are written to, and how is each digest queued once?"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string

from govreg.core import clock
from govreg.core.editing.versions import locked
from govreg.core.history.change import change
from govreg.core.outbox.models import OutgoingMessage
from govreg.core.outbox.services import queue_message
from govreg.core.refusals import Refusal, Refused, enforce
from govreg.core.ui.addresses import address_of
from recommendations.models import DigestChoice
from recommendations.queries.digest_people import addressees
from recommendations.queries.digests import digests_of
from recommendations.rules.digests import Kind, Part, refusal_to_choose, subject_of

#: So many are queued in one transaction: on SQLite nobody else writes meanwhile.
AT_ONCE = 50
#: Tomorrow's or next week's says it better; a mail server that was away has so long.
OF_USE_FOR = timedelta(days=2)
#: Where the lines stand that a message has no room for.
WHOLE_LISTS = {
    Kind.MISSED: "recommendations:actions",
    Kind.REPORT_OVERDUE: "partnerships:governance-gaps",
    Kind.REPORT_DUE: "partnerships:governance-gaps",
    Kind.APPROVE: "home",
    Kind.ENDORSE: "recommendations:extensions-to-endorse",
    Kind.DECIDE: "recommendations:decide-extensions",
    Kind.CLOSE: "recommendations:decide-closures",
    Kind.VERIFY: "recommendations:waiting",
}


def choose_frequency(*, user: Any, version: int, frequency: str, by: Any) -> DigestChoice:
    """Keep how often a person is written to; they choose it themselves.

    Raises StaleVersion when it was chosen elsewhere meanwhile.
    """
    with change(verb="Chose how often to be written to", by=by):
        enforce(refusal_to_choose(own=by is not None and by.pk == user.pk))
        if frequency not in DigestChoice.Frequency.values:
            raise Refused(Refusal("no-such-frequency", "Choose weekly, daily or never."))
        found = DigestChoice.objects.filter(user=user).first()
        if found is None:
            choice = DigestChoice(user=user)
        else:
            choice = locked(DigestChoice, found.pk, version=version)
        choice.frequency = frequency
        choice.save()
    return choice


def send_digests(*, on: date) -> int:
    """Queue the digests of a day that are not queued yet; return how many were.

    What is read is the same for everybody, so it is read once. Each is queued once, however often
    this is done or broken off.
    """
    mark = f"digest:{on}:"
    there = set(OutgoingMessage.objects.filter(key__startswith=mark).values_list("key", flat=True))
    users = {user.pk: user for user in addressees(on=on) if f"{mark}{user.pk}" not in there}
    if not users:
        return 0
    found = digests_of(list(users.values()), on=on)
    not_after = clock.true_now() + OF_USE_FOR
    waiting = list(found.items())
    for start in range(0, len(waiting), AT_ONCE):
        with transaction.atomic():
            for key, parts in waiting[start : start + AT_ONCE]:
                text, html = bodies_of(users[key], parts)
                queue_message(
                    key=f"{mark}{key}",
                    to=users[key].email,
                    subject=subject_of(parts),
                    text=text,
                    html=html,
                    not_after=not_after,
                )
    return len(found)


def bodies_of(user: Any, parts: Sequence[Part]) -> tuple[str, str]:
    """Return a digest as plain text and as HTML: the same content in both."""
    context = {
        "person": user,
        "title": subject_of(parts),
        "council": settings.COUNCIL_NAME,
        "address": settings.REGISTER_ADDRESS,
        "parts": [
            (part, address_of(WHOLE_LISTS.get(part.kind, "recommendations:mine"))) for part in parts
        ],
        "choose": address_of("recommendations:digest"),
    }
    text = render_to_string("emails/digest.txt", context)
    return text, render_to_string("emails/digest.html", context)
