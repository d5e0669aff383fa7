"""How is one message handed to the mail server, and does a refusal of it last?"""

import smtplib
from email.utils import formatdate
from typing import Any

from django.core.mail import EmailMultiAlternatives, get_connection

from .models import OutgoingMessage

CANNOT_BE_MADE = "The message cannot be written as mail: {reason}"
REFUSED = "The mail server refuses it: {reason}"
NOT_NOW = "The mail server did not take it this time: {reason}"
NOT_REACHED = "The mail server could not be reached: {reason}"
LASTING = 500


class Refused(Exception):
    """The mail server will never take this message; the text is the reason in words."""


class NotNow(Exception):
    """The message was not taken this time; the text is the reason in words."""


class Postman:
    """Hands messages over one connection, which is opened when needed and closed on any trouble.

    No transaction is open meanwhile.
    """

    def __init__(self) -> None:
        self._connection: Any = None

    def deliver(self, message: OutgoingMessage) -> None:
        """Hand the message to the mail server.

        Raises Refused or NotNow.
        """
        try:
            if self._connection is None:
                self._connection = get_connection()
                self._connection.open()
            mail(message, self._connection).send()
        except Exception as error:
            self.hang_up()
            raise judged(error) from error

    def hang_up(self) -> None:
        """Close the connection, if there is one."""
        connection, self._connection = self._connection, None
        if connection is not None:
            try:
                connection.close()
            except (OSError, smtplib.SMTPException):
                pass  # it is of no use any more, and nothing depends on how it ends


def mail(message: OutgoingMessage, connection: Any = None) -> EmailMultiAlternatives:
    """Return the message as mail: the same bytes each time, but for the boundary of its parts."""
    made = EmailMultiAlternatives(
        subject=message.subject,
        body=message.text,
        to=[message.to],
        connection=connection,
        headers={
            "Message-ID": message.message_id,
            "Date": formatdate(message.queued_at.timestamp(), localtime=False),
            "Auto-Submitted": "auto-generated",
        },
    )
    if message.html:
        made.attach_alternative(message.html, "text/html")
    return made


def judged(error: Exception) -> Refused | NotNow:
    """Say whether what went wrong lasts.

    A 5xx about this address or this message lasts. One about the sender, the password or the
    greeting is about how the register is set up: it can be mended, and then the mail goes out.
    """
    match error:
        case smtplib.SMTPRecipientsRefused():
            code, said = next(iter(error.recipients.values()), (0, b""))
            return _by_code(code, said)
        case smtplib.SMTPDataError():
            return _by_code(error.smtp_code, error.smtp_error)
        case smtplib.SMTPNotSupportedError():
            return Refused(REFUSED.format(reason=error))
        case smtplib.SMTPResponseException():
            return NotNow(NOT_NOW.format(reason=_words(error.smtp_code, error.smtp_error)))
        case smtplib.SMTPException():
            return NotNow(NOT_NOW.format(reason=error))
        case OSError():
            return NotNow(NOT_REACHED.format(reason=error.strerror or error or "no answer"))
        case ValueError():
            return Refused(CANNOT_BE_MADE.format(reason=error))
        case _:
            return NotNow(NOT_NOW.format(reason=f"{type(error).__name__}: {error}"))


def _by_code(code: int, said: bytes | str) -> Refused | NotNow:
    reason = _words(code, said)
    if code >= LASTING:
        return Refused(REFUSED.format(reason=reason))
    return NotNow(NOT_NOW.format(reason=reason))


def _words(code: int, said: bytes | str) -> str:
    words = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
    return f"{code} {' '.join(words.split())}"[:500]
