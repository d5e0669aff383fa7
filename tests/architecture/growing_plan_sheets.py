"""Which sheets of recommendations have a line for what a story adds one by one?"""

from . import growing_extensions


def action_for_the_sheet(cast, i: int) -> None:
    growing_extensions.new_action(cast, i)


GROWING = [
    (
        action_for_the_sheet,
        [
            ("partnerships_officer", "/actions/updates-by-spreadsheet/?words=Grown"),
            ("owner", "/actions/updates-by-spreadsheet/file/csv/?words=Grown"),
        ],
    ),
]
