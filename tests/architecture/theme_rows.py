"""Who is answered how on the pages of themes, and where responsibility is handed over?

Written as in the access table, which these lines are part of.
"""

from .access_rows import ADMINISTRATOR, Row
from .account_rows import EVERYBODY_READS

THEME_ROWS: tuple[Row, ...] = (
    Row(
        "recommendations:hand-over",
        "",
        "AWEOXSUDM 403, PL 200, - 302",
        "AWEOXSUDM- 403, PL 200",
    ),
    Row("recommendations:themes", "", *EVERYBODY_READS),
    Row("recommendations:theme", "theme", *EVERYBODY_READS),
    Row("recommendations:add-theme", "", *ADMINISTRATOR),
    Row("recommendations:change-theme", "theme", *ADMINISTRATOR),
    Row(
        "recommendations:say-themes",
        "trust recommendation",
        "AWEOXSDM 403, PLU 200, - 302",
        "AWEOXSDM- 403, PLU 302",
    ),
)
