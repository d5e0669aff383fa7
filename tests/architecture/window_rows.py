"""Who is answered how on the pages of update windows?

Written as in the access table, which these lines are part of.
"""

from .access_rows import Row
from .account_rows import EVERYBODY_READS, NOBODY_NOW

#: The partnerships officer and the auditor keep the windows.
KEEPS_WINDOWS = ("ALWEOXSDM 403, PU 200, - 302", "ALWEOXSDM- 403, PU 200")
#: A window that asks owners of lines is theirs to see as well.
READS_WINDOW = ("APLWEOXSUDM 200, - 302", "APLWEOXSUDM 405, - 403")
#: One that has asked nobody is not.
READS_PLAN = ("APLWESUDM 200, OX 404, - 302", "APLWEOXSUDM 405, - 403")

WINDOW_ROWS: tuple[Row, ...] = (
    Row("recommendations:windows", "", *EVERYBODY_READS),
    Row("recommendations:plan-windows", "", *KEEPS_WINDOWS),
    Row("recommendations:window", "open window", *READS_WINDOW),
    Row("recommendations:window", "planned window", *READS_PLAN),
    Row("recommendations:window", "closed window", *READS_WINDOW),
    Row("recommendations:change-window", "planned window", *KEEPS_WINDOWS),
    Row("recommendations:change-window", "open window", *NOBODY_NOW),
    Row("recommendations:remove-window", "planned window", *KEEPS_WINDOWS),
    Row("recommendations:remove-window", "open window", *NOBODY_NOW),
    Row("recommendations:open-window", "planned window", *KEEPS_WINDOWS),
    Row("recommendations:open-window", "open window", *NOBODY_NOW),
    Row("recommendations:extend-window", "open window", *KEEPS_WINDOWS),
    Row("recommendations:extend-window", "closed window", *NOBODY_NOW),
    Row("recommendations:close-window", "open window", *KEEPS_WINDOWS),
    Row("recommendations:close-window", "planned window", *NOBODY_NOW),
    Row("recommendations:move-actions", "open window", *KEEPS_WINDOWS),
    Row("recommendations:move-actions", "closed window", *NOBODY_NOW),
    Row(
        "recommendations:window-round",
        "open window",
        "APLWEOXSUDM 200, - 302",
        "APLWEOXSUDM 302, - 403",
    ),
    Row(
        "recommendations:window-round",
        "planned window",
        "APLWESUDM 403, OX 404, - 302",
        "APLWESUDM- 403, OX 404",
    ),
    Row("recommendations:window-round", "closed window", *NOBODY_NOW),
    Row("history:record", "open window's history", *READS_WINDOW),
    Row("history:record", "planned window's history", *READS_PLAN),
)
