"""How is an uploaded table kept until its preview is confirmed, and forgotten afterwards?"""

import json
from typing import Any

from django.db import transaction

from govreg.core import clock
from govreg.core.files.store import safe_name
from govreg.core.outbox.daily import register_daily
from govreg.core.outbox.doing import Task
from govreg.core.outbox.registry import register_work

from .formats import read_file
from .models import UploadedTable
from .sheets import Sheet
from .table import read_table

KIND = "forget-uploaded-tables"


def keep_upload(upload: Any, *, sheet: Sheet, place: str, by: Any) -> UploadedTable:
    """Read an uploaded file and keep its rows for the person and the place.

    Raises Unreadable with the sentence for the person; then nothing is kept.
    """
    name = safe_name(upload.name or "") or "table"
    rows = read_file(name, upload, size=upload.size)
    read_table(sheet, rows)
    return UploadedTable.objects.create(
        sheet=sheet.key,
        place=place,
        by=by,
        at=clock.true_now(),
        name=name,
        content=json.dumps(rows),
    )


def decide_names(table: UploadedTable, decided: dict[str, str]) -> None:
    """Keep what the person decided of names that stand for no record."""
    table.choices = json.dumps({**table.decided, **decided})
    table.save(update_fields=["choices"])


def forget(task: Task) -> None:
    """Delete the tables that nobody confirmed in time."""
    task.say("Forgetting uploaded tables")
    with transaction.atomic():
        task.hold()
        UploadedTable.objects.stale().delete()
        task.done()


def wanted() -> bool:
    """Say whether there is anything to forget."""
    return UploadedTable.objects.stale().exists()


register_work(KIND, forget)
register_daily(KIND, title="Forget uploaded tables", wanted=wanted)
