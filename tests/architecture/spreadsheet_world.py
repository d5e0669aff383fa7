"""Which uploaded and imported sheets does the access matrix turn on?"""

from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from govreg.core.transfer.formats import FORMATS
from govreg.core.transfer.importing import import_table, preview
from govreg.core.transfer.models import UploadedTable
from govreg.core.transfer.table import read_table
from govreg.core.transfer.uploads import keep_upload
from partnerships.sheets.every import place_of
from partnerships.sheets.members import SHEET, Members
from tests.partnerships.board import WEST, west
from tests.people import Cast

HEADINGS = ["Organisation", "Representative’s post", "Role", "A note"]


def uploaded(cast: Cast, *rows: list[str], headings: list[str] = HEADINGS) -> UploadedTable:
    """What the partnerships officer uploads of West's members."""
    stream = BytesIO()
    FORMATS["csv"].write(stream, "Members", [headings, *rows], [])
    file = SimpleUploadedFile("members.csv", stream.getvalue())
    place, by = place_of(west()), cast.partnerships_officer
    return keep_upload(file, sheet=SHEET, place=place, by=by)


def add_to(world: dict[str, list[Any]], cast: Cast) -> None:
    """Upload sheets of West, one of which has names and rows to mend, and import one."""
    world["west member sheet"] = [WEST, "members", "csv"]
    world["trust member sheet"] = ["children-leeds", "members", "ods"]
    world["west members"] = [WEST, "members"]
    world["trust members"] = ["children-leeds", "members"]
    for kind in ("meeting", "attendance", "document", "contribution", "risk"):
        key = kind if kind == "attendance" else f"{kind}s"
        world[f"west {kind} sheet"] = [WEST, key]
    good = uploaded(cast, ["Jobcentre Plus", "Director", "Member", ""])
    world["west upload"] = [WEST, "members", good.pk]
    rows = [["Jobcentre Pluss", "", "", ""], ["Jobcentre Plus", "", "King", ""]]
    bad = uploaded(cast, *rows, ["Jobcentre Plus", "A post", "", ""])
    world["west upload to mend"] = [WEST, "members", bad.pk]
    table = read_table(SHEET, uploaded(cast, ["Jobcentre Plus", "Chief", "Chair", ""]).rows)
    seen = preview(Members(west(), by=cast.partnerships_officer), table).digest
    plan = import_table(Members(west(), by=cast.partnerships_officer), table, seen=seen)
    world["west import"] = [WEST, "members", plan.change_set.pk]
