"""Who is answered how on the pages of reporting lines?

Written as in the access table, which these lines are part of.
"""

from .access_rows import (
    KEEPS_TRUST,
    KEEPS_WEST,
    ONLY_READS_TRUST,
    ONLY_READS_WEST,
    SEES_PARTNERSHIPS,
    Row,
)

REPORTING_ROWS: tuple[Row, ...] = (
    Row("partnerships:all-reporting", "", *SEES_PARTNERSHIPS),
    Row("partnerships:reporting", "west", *ONLY_READS_WEST),
    Row("partnerships:reporting", "trust", *ONLY_READS_TRUST),
    Row("partnerships:add-reporting-line", "west", *KEEPS_WEST),
    Row("partnerships:add-reporting-line", "trust", *KEEPS_TRUST),
    Row("partnerships:reporting-line", "west line", *ONLY_READS_WEST),
    Row("partnerships:reporting-line", "trust line", *ONLY_READS_TRUST),
    Row("partnerships:change-reporting-line", "west line", *KEEPS_WEST),
    Row("partnerships:change-reporting-line", "trust line", *KEEPS_TRUST),
    Row("partnerships:record-report", "west line", *KEEPS_WEST),
    Row("partnerships:record-report", "trust line", *KEEPS_TRUST),
)
