"""How is an uploaded table kept until its preview is confirmed, and forgotten afterwards?"""

import json
from collections.abc import Iterable, Mapping
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
from .table import Row, read_table

KIND = "forget-uploaded-tables"


def keep_upload(upload: Any, *, sheet: Sheet, place: str, by: Any) -> UploadedTable:
    """Read an uploaded file and keep its rows for the person and the place.

    Raises Unreadable with the sentence for the person; then nothing is kept.
    """
    name = safe_name(upload.name or "") or "table"
    with transaction.atomic():
        rows = read_file(name, upload, size=upload.size)
        table = keep_rows(rows, sheet=sheet.key, place=place, by=by, name=name)
        read_table(sheet, table.rows)
    return table


def keep_rows(
    rows: Iterable[Row],
    *,
    sheet: str,
    place: str,
    by: Any,
    name: str,
    choices: Mapping[str, str] | None = None,
) -> UploadedTable:
    """Keep rows for the person and the place, a portion at a time, with what was chosen of them."""
    with transaction.atomic():
        table = UploadedTable.objects.create(
            sheet=sheet,
            place=place,
            by=by,
            at=clock.true_now(),
            name=name,
            choices=json.dumps(choices or {}),
        )
        table.keep(rows)
    return table


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
