"""Which plans, actions and quarters does the access matrix turn on?"""

from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from govreg.core.transfer.formats import FORMATS
from govreg.core.transfer.uploads import keep_upload
from partnerships.models import Plan, PlanAction, ReportingQuarter
from partnerships.sheets.quarterly_answers import SHEET, QuarterlyAnswers
from tests.partnerships.quarter import quarter
from tests.people import Cast


def uploaded_answers(cast: Cast, count: int = 3) -> Any:
    """What the partnerships officer uploads: some answers, and a line in error."""
    top = Plan.objects.select_related("partnership__scope").get(
        parent=None, short_name="Leeds Regeneration Plan"
    )
    reporting = ReportingQuarter.objects.of(top, quarter("2006-07-q4")).get()
    reporting.plan = top
    binding = QuarterlyAnswers(reporting, by=cast.partnerships_officer)
    rows = [list(row) for row in binding.export_rows()][: count + 1]
    place = rows[0].index("Answer")
    for row in rows[1:]:
        row[place], row[place + 1] = "Amber", "It rained."
    rows.append(["999999999", "0", *rows[1][2:]])
    stream = BytesIO()
    FORMATS["csv"].write(stream, "Answers", rows, [])
    file = SimpleUploadedFile("answers.csv", stream.getvalue())
    place_of = f"quarter {reporting.pk}, open"
    return keep_upload(file, sheet=SHEET, place=place_of, by=cast.partnerships_officer)


def add_to(world: dict[str, list[Any]], cast: Cast) -> None:
    """Name the demonstration's plans, and two of its quarters."""
    top = Plan.objects.get(parent=None, short_name="Leeds Regeneration Plan")
    west = Plan.objects.get(short_name="West")
    action = PlanAction.objects.filter(plan=west, lead__name="Leeds Voice").first()
    assert action is not None
    world["top plan"] = [top.pk]
    world["west plan"] = [west.pk]
    world["west plan action"] = [action.pk]
    world["open quarter"] = [top.pk, "2006-07-q4"]
    world["quarter's sheet"] = [top.pk, "2006-07-q4", "csv"]
    world["uploaded answers"] = [top.pk, "2006-07-q4", uploaded_answers(cast).pk]
    world["closed quarter"] = [top.pk, "2006-07-q3"]
    world["west plan's history"] = ["partnerships.plan", west.pk]
    world["west plan action's history"] = ["partnerships.planaction", action.pk]
