"""Which sheets of recommendations have a line for what a story adds one by one?"""

from govreg.core.transfer.models import UploadedTable

from . import growing, growing_extensions, plan_sheet_world


def action_for_the_sheet(cast, i: int) -> None:
    growing_extensions.new_action(cast, i)


def line_of_plan(cast, i: int) -> None:
    """The uploaded plan has one more line."""
    present = UploadedTable.objects.first()
    grown = plan_sheet_world.uploaded_plan(cast, growing.draft(), i + 1)
    if present:
        present.portions.all().delete()
        grown.portions.update(table=present)
        grown.delete()


GROWING = [
    (
        line_of_plan,
        [("auditor", "/reviews/west-2008/action-plan/by-spreadsheet/{upload}/")],
    ),
    (
        action_for_the_sheet,
        [
            ("partnerships_officer", "/actions/updates-by-spreadsheet/?words=Grown"),
            ("owner", "/actions/extend/?words=Grown"),
            ("owner", "/actions/updates-by-spreadsheet/file/csv/?words=Grown"),
            ("auditor", "/reviews/leeds-2007/action-plan/file/csv/"),
        ],
    ),
]
