"""Is an uploaded table its uploader's alone, and forgotten when nobody confirms it?"""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from govreg.core import clock
from govreg.core.outbox.daily import ask_for_what_is_daily
from govreg.core.outbox.models import LongWork
from govreg.core.transfer.formats import Unreadable
from govreg.core.transfer.models import KEPT_FOR, UploadedTable
from govreg.core.transfer.sheets import Column, Sheet
from govreg.core.transfer.uploads import keep_upload
from tests.outbox import work_off
from tests.people import Cast

SHEET = Sheet("things", "Things", ("thing", "things"), (Column("name", "Name", required=True),))


def upload(content: bytes, cast: Cast) -> UploadedTable:
    file = SimpleUploadedFile("../evil\\things.csv", content)
    return keep_upload(file, sheet=SHEET, place="here", by=cast.owner)


def mine(user, place: str = "here"):
    return UploadedTable.objects.of(user, sheet="things", place=place)


def test_a_table_is_its_uploaders_and_of_its_place(cast: Cast):
    table = upload(b"Name\nOne\n", cast)
    assert (table.name, list(table.rows)) == ("things.csv", [(1, ["Name"]), (2, ["One"])])
    assert list(mine(cast.owner)) == [table]
    assert not mine(cast.other_owner).exists()
    assert not mine(cast.owner, "elsewhere").exists()


@pytest.mark.parametrize("content", [b"Nome\nx\n", b"Name,name\nx,y\n", b"\n"])
def test_nothing_is_kept_of_a_file_that_cannot_be_read(cast: Cast, content: bytes):
    with pytest.raises(Unreadable, match=r"[.]$"):
        upload(content, cast)
    assert not UploadedTable.objects.exists()


def test_the_worker_forgets_what_nobody_confirmed(cast: Cast):
    old, fresh = upload(b"Name\nOld\n", cast), upload(b"Name\nNew\n", cast)
    ask_for_what_is_daily()
    assert not LongWork.objects.filter(kind="forget-uploaded-tables").exists()
    old.at = clock.true_now() - KEPT_FOR - timedelta(minutes=1)
    old.save()
    assert not mine(cast.owner).filter(pk=old.pk).exists()
    ask_for_what_is_daily()
    assert LongWork.objects.filter(kind="forget-uploaded-tables").count() == 1
    work_off()
    assert list(UploadedTable.objects.all()) == [fresh]
