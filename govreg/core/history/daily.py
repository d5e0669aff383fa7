"""How is the history sealed each day without anybody having to remember it?"""

from django.conf import settings

from govreg.core.outbox.daily import register_daily
from govreg.core.outbox.doing import Task
from govreg.core.outbox.registry import register_work

from .seal import seal_history

KIND = "seal-history"


def seal(task: Task) -> None:
    """Seal what was written since the last time; a seal that is there already is no fault."""
    task.say("Sealing the history")
    seal_history()


def wanted() -> bool:
    """Say whether this deployment has the worker seal."""
    return bool(settings.SEAL_DAILY)


register_work(KIND, seal)
register_daily(KIND, title="Seal the history", wanted=wanted)
