"""Who is answered how on the pages where whole reviews come in and leave as texts?

Written as in the access table, which these lines are part of.
"""

from .access_rows import Row

#: The auditor alone writes reviews.
WRITES = ("APLWEOXSDM 403, U 200, - 302", "APLWEOXSDM- 403, U 200")

REVIEW_TEXT_ROWS: tuple[Row, ...] = (
    Row("recommendations:import-review", "", *WRITES),
    Row("recommendations:import-review-preview", "review text", *WRITES),
    Row(
        "recommendations:review-text",
        "issued",
        "APLSU 200, WEOXDM 403, - 302",
        "APLSU 405, WEOXDM- 403",
    ),
)
