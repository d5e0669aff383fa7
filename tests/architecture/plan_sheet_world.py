"""Which uploaded sheets of updates and of action plans does the access matrix turn on?"""

from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from govreg.core.transfer.formats import FORMATS
from govreg.core.transfer.uploads import keep_upload
from recommendations.models import AgreedAction
from recommendations.sheets import action_plans, updates
from reviews.models import Review
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


def uploaded_plan(cast: Cast, review: Review, count: int) -> Any:
    """What the auditor uploads of a review's plan: some new lines, and one in error."""
    section, mark = review.sections.first().number, review.priorities.first().mark
    new = [
        {"number": f"9{n}", "section": section, "priority": mark, "wording": f"Grown {n}"}
        for n in range(count)
    ]
    rows = [*new, {"number": "99", "section": "None", "priority": mark, "wording": "Lost"}]
    keys = [column.key for column in action_plans.SHEET.own]
    stream = BytesIO()
    table = [action_plans.SHEET.headings(), *([row.get(key, "") for key in keys] for row in rows)]
    FORMATS["csv"].write(stream, "Plan", table, [])
    file = SimpleUploadedFile("plan.csv", stream.getvalue())
    place = f"review {review.pk}"
    return keep_upload(file, sheet=action_plans.SHEET, place=place, by=cast.auditor)


def add_to(world: dict[str, list[Any]], cast: Cast) -> None:
    """Upload a sheet of updates as an owner of the trust's lines, and a plan as the auditor."""
    review = Review.objects.get(reference=world["draft"][0])
    world["plan sheet"] = ["leeds-2007", "ods"]
    world["draft's uploaded plan"] = [review.reference, uploaded_plan(cast, review, 2).pk]
    world["update sheet"] = ["csv"]
    world["filled update sheet"] = [filled(cast).pk]
