"""How do entries of the access log go when the time for which they are kept is over?"""

from typing import Any

from govreg.core import clock
from govreg.core.accounts.models import AccessLogEntry
from govreg.core.council.retention import last_day_kept
from govreg.core.history.change import change
from govreg.core.history.models import Disposal

ACCESS_LOG = "access-log"


def dispose_of_access_log(*, by: Any) -> Disposal | None:
    """Remove every entry older than the schedule keeps; return the record of it.

    Returns None, and writes nothing, where no entry is due. The database itself lets nothing
    younger than the record says go.
    """
    before = clock.start_of(last_day_kept(ACCESS_LOG, on=clock.today()))
    due = AccessLogEntry.objects.filter(at__lt=before)
    count = due.count()
    if not count:
        return None
    with change(
        verb="Disposed of entries of the access log", by=by, reason="Due under the schedule"
    ):
        disposal = Disposal(what=AccessLogEntry._meta.label_lower, before=before, rows=count)
        disposal.save()
        due.delete()
    return disposal
