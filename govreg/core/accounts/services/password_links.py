"""How is the link to set a password sent?"""

import hashlib
from datetime import timedelta

from django.conf import settings
from django.db import transaction

from govreg.core import clock
from govreg.core.outbox.models import OutgoingMessage
from govreg.core.outbox.services import queue_message


def queue_password_link(
    *, user_pk: int, token: str, to: str, subject: str, text: str
) -> OutgoingMessage:
    """Queue the message with the link; its text is wiped once it is sent, or has failed.

    A link that has run out by the time the mail server answers again is not sent.
    """
    mark = hashlib.sha256(token.encode()).hexdigest()[:32]  # never the token: it opens the door
    with transaction.atomic():
        return queue_message(
            key=f"password:{user_pk}:{mark}",
            to=to,
            subject=subject,
            text=text,
            wipe=True,
            not_after=clock.true_now() + timedelta(seconds=settings.PASSWORD_RESET_TIMEOUT),
        )
