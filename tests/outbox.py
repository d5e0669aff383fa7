"""How do tests do at once, in their own process, what the worker would do later?"""

from unittest.mock import patch

from govreg.core.outbox import doing
from govreg.core.outbox.models import LongWork
from govreg.core.outbox.worker import Worker


def work_off() -> int:
    """Send and do everything that is due; return how many things that were."""
    with patch("govreg.core.outbox.worker.do_in_a_process", in_this_process):
        return Worker().drain()


def in_this_process(work: LongWork) -> str:
    doing.carry_out(work)
    return ""
