"""Is a list of 10,000 members imported in 20 seconds, in little memory whatever its kind?"""

import io
import time
from pathlib import Path

import pytest

from govreg.core.transfer.formats import FORMATS, read_file
from govreg.core.transfer.importing import import_table, preview
from govreg.core.transfer.table import read_table
from partnerships.models import Body, Membership, Organisation
from partnerships.sheets.members import SHEET, Members
from tests.partnerships.board import west

pytestmark = [pytest.mark.reliability, pytest.mark.django_db]
MEMBERS, SECONDS, MEGABYTES = 10_000, 20, 150
#: The kernel forgets the highest use so far when this is written.
FORGET_PEAK = "5"


def peak() -> int:
    """Return the highest use of memory so far, in megabytes."""
    status = Path("/proc/self/status").read_text()
    line = next(line for line in status.splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) // 1024


def list_of_members(form: str) -> bytes:
    organisations = list(Organisation.objects.current().values_list("name", flat=True))
    bodies = list(Body.objects.filter(partnership=west()).values_list("name", flat=True))
    head = ["Organisation", "Body", "Representative’s post", "Role", "Votes", "Member from"]
    rows = (
        [
            organisations[n % len(organisations)],
            bodies[n % len(bodies)],
            f"Post {n}",
            "Member",
            "Yes",
            "1/4/2007",
        ]
        for n in range(MEMBERS)
    )
    stream = io.BytesIO()
    FORMATS[form].write(stream, "Members", [head, *rows], [["Help"]])
    return stream.getvalue()


@pytest.mark.parametrize("form", FORMATS)
def test_ten_thousand_members_are_imported_in_time_and_in_little_memory(cast, form: str):
    content, by = list_of_members(form), cast.partnerships_officer
    held = Membership.objects.count()
    Path("/proc/self/clear_refs").write_text(FORGET_PEAK)
    before, began = peak(), time.monotonic()
    rows = read_file(f"members.{form}", io.BytesIO(content), size=len(content))
    table = read_table(SHEET, rows)
    seen = preview(Members(west(), by=by), table).digest
    plan = import_table(Members(west(), by=by), table, seen=seen)
    took, used = time.monotonic() - began, peak() - before
    print(f"{form}: {took:.1f} s, {used} MB more at the peak")  # noqa: T201
    assert plan.counts["new"] == MEMBERS == Membership.objects.count() - held
    assert plan.change_set.rows.count() == MEMBERS
    assert took < SECONDS
    assert used < MEGABYTES
