"""Which pages of spreadsheets show rows that a story adds one by one?"""

from collections.abc import Callable
from typing import Any

from govreg.core.transfer.models import UploadedTable
from tests.people import Cast

from . import (
    growing,
    growing_documents,
    growing_meetings,
    growing_money,
    growing_risks,
    spreadsheet_world,
)


def uploaded_row(cast: Cast, i: int) -> None:
    """One more row of one uploaded sheet: a new member, one refused and a name nobody knows."""
    rows = [["Jobcentre Plus", f"Grown {n}", "", ""] for n in range(i + 1)]
    rows += [["Jobcentre Plus", f"Grown {n}", "King", ""] for n in range(i + 1)]
    rows += [[f"Grown organisation {n}", "", "", ""] for n in range(i + 1)]
    present, grown = UploadedTable.objects.first(), spreadsheet_world.uploaded(cast, *rows)
    if present:
        present.portions.all().delete()
        grown.portions.update(table=present)
        grown.delete()


def first_upload() -> int | None:
    one = UploadedTable.objects.first()
    return one.pk if one else None


TRUST = "/partnerships/children-leeds/spreadsheets/"
GROWING: list[tuple[Callable[[Cast, int], Any], list[tuple[str, str]]]] = [
    (growing.member, [("auditor", f"{TRUST}members/file/csv/")]),
    (growing_meetings.meeting, [("auditor", f"{TRUST}meetings/file/csv/")]),
    (growing_meetings.line_of_meeting, [("auditor", f"{TRUST}attendance/file/csv/")]),
    (growing_documents.document, [("auditor", f"{TRUST}documents/file/csv/")]),
    (growing_money.line_of_money, [("auditor", f"{TRUST}contributions/file/csv/")]),
    (growing_risks.risk, [("auditor", f"{TRUST}risks/file/csv/")]),
    (
        uploaded_row,
        [("partnerships_officer", "/partnerships/dp-west/spreadsheets/members/import/{upload}/")],
    ),
]
