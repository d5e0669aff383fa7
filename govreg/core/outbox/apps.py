"""Which Django application sends the mail and does the long work?"""

from django.apps import AppConfig


class OutboxConfig(AppConfig):
    """Messages to send and long work to do, each held under a lease by one worker at a time."""

    name = "govreg.core.outbox"
    label = "outbox"
