"""How is the file of a version kept, by whatever attempt at the work made it?"""

import hashlib
import uuid
from datetime import date, datetime
from typing import Any

from govreg.core.files.store import discard_leftover, keep
from govreg.core.history.models import Seal
from govreg.core.outbox.doing import Task
from govreg.reports.models.issues import IssueModel


def freeze(
    issue: IssueModel,
    *,
    name: str,
    pdf: bytes,
    document: dict[str, Any],
    as_at: date,
    at: datetime,
    seal: Seal | None,
    what_changed: str,
    by: Any,
    task: Task | None,
) -> None:
    """Write a version whole: its file, digest and document; inside an open change set."""
    issue.as_at = as_at
    issue.issued_by = by
    issue.issued_at = at
    issue.what_changed = what_changed.strip()
    issue.document = document
    issue.file = keep(name=name, content=pdf, by=by, path=_path(task) if task else "")
    issue.sha256 = hashlib.sha256(pdf).hexdigest()
    issue.seal = seal
    issue.save()


def discard_leftovers(task: Task) -> None:
    """Remove the files that earlier attempts at the task wrote before they were killed.

    Their leases are gone, so none of them can still be recorded.
    """
    for attempt in range(1, task.attempt):
        discard_leftover(_path(task, attempt))


def _path(task: Task, attempt: int | None = None) -> str:
    """Return where an attempt at a task keeps its file, so that the next can find what it left."""
    name = uuid.uuid5(uuid.NAMESPACE_URL, f"{task.key}#{attempt or task.attempt}")
    return f"{task.asked_at:%Y/%m}/{name.hex}"
