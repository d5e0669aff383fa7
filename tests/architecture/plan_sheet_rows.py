"""Who is answered how on the pages of sheets of updates and of action plans?

Written as in the access table, which these lines are part of.
"""

from .access_rows import Row
from .account_rows import EVERYBODY_DOES, EVERYBODY_READS

PLAN_SHEET_ROWS: tuple[Row, ...] = (
    Row("recommendations:update-sheet", "", *EVERYBODY_DOES),
    Row("recommendations:extend-several", "", *EVERYBODY_DOES),
    Row("recommendations:update-sheet-file", "update sheet", *EVERYBODY_READS),
    Row(
        "recommendations:update-sheet-preview",
        "filled update sheet",
        "O 200, APLWEXSUDM 404, - 302",
        "O 200, APLWEXSUDM 404, - 403",
    ),
    Row(
        "recommendations:plan-sheet",
        "draft",
        "AWEOXSDM 403, PL 404, U 200, - 302",
        "AWEOXSDM- 403, PL 404, U 200",
    ),
    Row(
        "recommendations:plan-sheet",
        "issued",
        "AWEOXSDM 403, PLU 200, - 302",
        "AWEOXSDM- 403, PLU 200",
    ),
    Row(
        "recommendations:plan-sheet-file",
        "plan sheet",
        "APLSU 200, WEOXDM 403, - 302",
        "APLSU 405, WEOXDM- 403",
    ),
    Row(
        "recommendations:plan-sheet-preview",
        "draft's uploaded plan",
        "AWEOXSDM 403, PL 404, U 200, - 302",
        "AWEOXSDM- 403, PL 404, U 200",
    ),
)
