"""Who is answered how on the pages of money, resource maps and hosting agreements?

Written as in the access table, which these lines are part of.
"""

from .access_rows import (
    KEEPS_TRUST,
    KEEPS_WEST,
    ONLY_READS_TRUST,
    ONLY_READS_WEST,
    READS_TRUST,
    READS_WEST,
    SEES_PARTNERSHIPS,
    Row,
)

#: Kept for the whole council by the partnerships officer alone.
KEEPS_MAPS = ("ALWEOXSUDM 403, P 200, - 302", "ALWEOXSUDM- 403, P 200")
#: What nobody may do any more, once it is signed.
SIGNED_IN_WEST = ("APWEOXSUDM 403, L 404, - 302", "APWEOXSUDM- 403, L 404")

READ_ONLY = "APLWEOXSUDM 405, - 403"

MONEY_ROWS: tuple[Row, ...] = (
    Row("partnerships:all-money", "", *SEES_PARTNERSHIPS),
    Row("partnerships:money", "west", *READS_WEST),
    Row("partnerships:money", "trust", *READS_TRUST),
    Row("partnerships:add-funding", "west", *KEEPS_WEST),
    Row("partnerships:add-funding", "trust", *KEEPS_TRUST),
    Row("partnerships:funding", "west funding", *ONLY_READS_WEST),
    Row("partnerships:funding", "trust funding", *ONLY_READS_TRUST),
    Row("partnerships:change-funding", "west funding", *KEEPS_WEST),
    Row("partnerships:change-funding", "trust funding", *KEEPS_TRUST),
    # What is sent empty leaves a year as it is, or says what the empty page lacks.
    Row("partnerships:enter-year", "west year", *KEEPS_WEST),
    Row("partnerships:enter-year", "trust year", *KEEPS_TRUST),
    Row("partnerships:add-spending", "west funding", *KEEPS_WEST),
    Row("partnerships:add-spending", "trust funding", *KEEPS_TRUST),
    Row("partnerships:correct-spending", "west spending", *KEEPS_WEST),
    Row("partnerships:correct-spending", "trust spending", *KEEPS_TRUST),
    Row("partnerships:add-saving", "west funding", *KEEPS_WEST),
    Row("partnerships:correct-saving", "west saving", *KEEPS_WEST),
    Row("partnerships:correct-saving", "trust saving", *KEEPS_TRUST),
    Row("partnerships:record-financial-report", "west funding", *KEEPS_WEST),
    Row("partnerships:record-financial-report", "trust funding", *KEEPS_TRUST),
    Row("partnerships:correct-financial-report", "west report", *KEEPS_WEST),
    Row("partnerships:correct-financial-report", "trust report", *KEEPS_TRUST),
    Row("partnerships:funding-checklist", "west funding checklist", *ONLY_READS_WEST),
    Row("partnerships:funding-checklist", "trust funding checklist", *ONLY_READS_TRUST),
    Row("partnerships:answer-funding-checklist", "west funding checklist", *KEEPS_WEST),
    Row("partnerships:answer-funding-checklist", "trust funding checklist", *KEEPS_TRUST),
    Row("history:record", "west funding's history", "APWSUDM 200, LEOX 404, - 302", READ_ONLY),
    Row("partnerships:resource-maps", "", *SEES_PARTNERSHIPS),
    Row("partnerships:add-resource-map", "", *KEEPS_MAPS),
    Row(
        "partnerships:resource-map",
        "resource map",
        "APLWESUDM 200, OX 403, - 302",
        "APLWESUDM 405, OX- 403",
    ),
    Row("partnerships:change-resource-map", "resource map", *KEEPS_MAPS),
    Row("partnerships:all-hosting", "", *SEES_PARTNERSHIPS),
    Row("partnerships:hosting-agreements", "west", *READS_WEST),
    Row("partnerships:hosting-agreements", "trust", *READS_TRUST),
    Row("partnerships:add-hosting", "west", *KEEPS_WEST),
    Row("partnerships:add-hosting", "trust", *KEEPS_TRUST),
    Row("partnerships:hosting", "west hosting", *ONLY_READS_WEST),
    Row("partnerships:hosting", "trust hosting", *ONLY_READS_TRUST),
    Row("partnerships:change-hosting", "west hosting", *KEEPS_WEST),
    Row("partnerships:change-hosting", "signed hosting", *SIGNED_IN_WEST),
    Row("partnerships:change-hosting", "trust hosting", *KEEPS_TRUST),
    Row("partnerships:hosting-duties", "west hosting", *KEEPS_WEST),
    Row("partnerships:hosting-duties", "trust hosting", *KEEPS_TRUST),
    Row("partnerships:hosting-step", "west hosting step", *KEEPS_WEST),
    Row("partnerships:hosting-step", "trust hosting step", *KEEPS_TRUST),
    Row("history:record", "west hosting's history", "APWSUDM 200, LEOX 404, - 302", READ_ONLY),
)
