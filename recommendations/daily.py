"""What is done each day without anybody having to remember it: windows open, digests go out?"""

from django.conf import settings
from django.db import transaction

from govreg.core import clock
from govreg.core.outbox.daily import register_daily
from govreg.core.outbox.doing import Task
from govreg.core.outbox.registry import register_work

from .models import UpdateWindow
from .queries.digest_people import addressees
from .services.digests import send_digests
from .services.windows import open_what_is_due

KIND = "open-update-windows"
DIGESTS = "send-digests"


def open_windows(task: Task) -> None:
    """Open what is due, in the one transaction that says that it is done."""
    with transaction.atomic():
        task.hold()
        open_what_is_due(on=clock.today())
        task.done()


def wanted() -> bool:
    """Say whether there is a window whose day has come."""
    return UpdateWindow.objects.to_open(on=clock.today()).exists()


def send(task: Task) -> None:
    """Queue the digests, in transactions of their own: the key of each lets it be queued once.

    The windows of the day are opened first, whichever work is taken first: who is asked today is
    told today.
    """
    with transaction.atomic():
        open_what_is_due(on=clock.today())
    send_digests(on=clock.today())
    with transaction.atomic():
        task.hold()
        task.done()


def digests_wanted() -> bool:
    """Say whether anybody is to be written to today."""
    return bool(settings.DIGESTS_DAILY and addressees(on=clock.today()))


register_work(KIND, open_windows)
register_work(DIGESTS, send)
register_daily(KIND, title="Open update windows", wanted=wanted)
register_daily(DIGESTS, title="Write to people about what waits for them", wanted=digests_wanted)
