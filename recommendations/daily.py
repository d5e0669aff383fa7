"""How do update windows open on their day without anybody having to remember it?"""

from django.db import transaction

from govreg.core import clock
from govreg.core.outbox.daily import register_daily
from govreg.core.outbox.doing import Task
from govreg.core.outbox.registry import register_work

from .models import UpdateWindow
from .services.windows import open_what_is_due

KIND = "open-update-windows"


def open_windows(task: Task) -> None:
    """Open what is due, in the one transaction that says that it is done."""
    with transaction.atomic():
        task.hold()
        open_what_is_due(on=clock.today())
        task.done()


def wanted() -> bool:
    """Say whether there is a window whose day has come."""
    return UpdateWindow.objects.to_open(on=clock.today()).exists()


register_work(KIND, open_windows)
register_daily(KIND, title="Open update windows", wanted=wanted)
