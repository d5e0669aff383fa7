"""Who is answered how on the pages of risks?

Written as in the access table, which these lines are part of.
"""

from .access_rows import (
    KEEPS_TRUST,
    KEEPS_WEST,
    READS_TRUST,
    READS_WEST,
    SEES_PARTNERSHIPS,
    Row,
)

#: What a rule refuses to all who may see the place.
NOT_NOW_KEPT = ("APWEOXSUDM 403, L 404, - 302", "APWEOXSUDM- 403, L 404")

RISK_ROWS: tuple[Row, ...] = (
    Row("partnerships:all-risks", "", *SEES_PARTNERSHIPS),
    Row("partnerships:risks", "west", *READS_WEST),
    Row("partnerships:risks", "trust", *READS_TRUST),
    Row("partnerships:add-risk", "west", *KEEPS_WEST),
    Row("partnerships:add-risk", "trust", *KEEPS_TRUST),
    Row("partnerships:state-risk-register", "west", *KEEPS_WEST),
    Row("partnerships:state-risk-register", "trust", *KEEPS_TRUST),
    Row("partnerships:risk", "west risk", *READS_WEST),
    Row("partnerships:risk", "trust risk", *READS_TRUST),
    Row("partnerships:risk", "closed risk", *READS_WEST),
    Row("partnerships:change-risk", "west risk", *KEEPS_WEST),
    Row("partnerships:change-risk", "trust risk", *KEEPS_TRUST),
    Row("partnerships:change-risk", "closed risk", *NOT_NOW_KEPT),
    Row("partnerships:assess-risk", "west risk", *KEEPS_WEST),
    Row("partnerships:assess-risk", "closed risk", *NOT_NOW_KEPT),
    Row("partnerships:close-risk", "west risk", *KEEPS_WEST),
    Row("partnerships:close-risk", "trust risk", *KEEPS_TRUST),
    Row("partnerships:add-risk-action", "west risk", *KEEPS_WEST),
    Row("partnerships:finish-risk-action", "west risk's action", *KEEPS_WEST),
    Row("partnerships:finish-risk-action", "trust risk's action", *KEEPS_TRUST),
    Row(
        "history:record",
        "west risk's history",
        "APWSUDM 200, LEOX 404, - 302",
        "APLWEOXSUDM 405, - 403",
    ),
)
