"""Which uploaded sheets of updates and of action plans does the access matrix turn on?"""

from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from govreg.core.transfer.formats import FORMATS
from govreg.core.transfer.uploads import keep_upload
from recommendations.models import AgreedAction
from recommendations.sheets import updates
from tests.people import Cast


def filled(cast: Cast) -> Any:
    """What an owner uploads: a line that says nothing, one that is read only, and one in error."""
    binding = updates.Updates(by=cast.owner, actions=AgreedAction.objects.all())
    rows = [list(row) for row in binding.export_rows()]
    rows[1][-4:] = ["On track", "", "Done.", ""]
    rows[2][2] = "Another review"
    rows.append(["999999999", "0", *rows[1][2:]])
    stream = BytesIO()
    FORMATS["csv"].write(stream, "Updates", rows, [])
    file = SimpleUploadedFile("filled.csv", stream.getvalue())
    return keep_upload(file, sheet=updates.SHEET, place=updates.PLACE, by=cast.owner)


def add_to(world: dict[str, list[Any]], cast: Cast) -> None:
    """Upload a sheet of updates as an owner of the trust's lines."""
    world["update sheet"] = ["csv"]
    world["filled update sheet"] = [filled(cast).pk]
