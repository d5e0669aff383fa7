"""Who is answered how on the pages of what partnerships answer for?

Written as in the access table, which these lines are part of.
"""

from .access_rows import (
    KEEPS_TRUST,
    KEEPS_WEST,
    ONLY_READS_TRUST,
    ONLY_READS_WEST,
    READS_TRUST,
    READS_WEST,
    Row,
)
from .membership_rows import READS_EXEMPT_HISTORY, READS_EXEMPT_IN_WEST

ACCOUNTABILITY_ROWS: tuple[Row, ...] = (
    Row("partnerships:accountability", "west", *ONLY_READS_WEST),
    Row("partnerships:accountability", "trust", *ONLY_READS_TRUST),
    Row("partnerships:commissioning", "west", *READS_WEST),
    Row("partnerships:commissioning", "trust", *READS_TRUST),
    Row("partnerships:add-commissioning", "west", *KEEPS_WEST),
    Row("partnerships:add-commissioning", "trust", *KEEPS_TRUST),
    Row("partnerships:commissioning-decision", "west commissioning", *ONLY_READS_WEST),
    Row("partnerships:commissioning-decision", "trust commissioning", *ONLY_READS_TRUST),
    Row(
        "partnerships:commissioning-decision",
        "exempt commissioning",
        READS_EXEMPT_IN_WEST[0],
        ONLY_READS_WEST[1],
    ),
    Row("history:record", "exempt commissioning's history", *READS_EXEMPT_HISTORY),
    Row("partnerships:correct-commissioning", "west commissioning", *KEEPS_WEST),
    Row("partnerships:correct-commissioning", "trust commissioning", *KEEPS_TRUST),
    Row("partnerships:answer-commissioning", "west commissioning", *KEEPS_WEST),
    Row("partnerships:answer-commissioning", "trust commissioning", *KEEPS_TRUST),
    Row("partnerships:withdraw-commissioning", "west commissioning", *KEEPS_WEST),
    Row("partnerships:withdraw-commissioning", "trust commissioning", *KEEPS_TRUST),
    Row("partnerships:state-accountability", "west", *KEEPS_WEST),
    Row("partnerships:state-accountability", "trust", *KEEPS_TRUST),
    Row("partnerships:complaints", "west", *READS_WEST),
    Row("partnerships:complaints", "trust", *READS_TRUST),
    Row("partnerships:log-complaint", "west", *KEEPS_WEST),
    Row("partnerships:log-complaint", "trust", *KEEPS_TRUST),
    Row("partnerships:complaint", "west complaint", *ONLY_READS_WEST),
    Row("partnerships:complaint", "trust complaint", *ONLY_READS_TRUST),
    Row("partnerships:change-complaint", "west complaint", *KEEPS_WEST),
    Row("partnerships:change-complaint", "trust complaint", *KEEPS_TRUST),
    Row("partnerships:roles", "west", *ONLY_READS_WEST),
    Row("partnerships:roles", "trust", *ONLY_READS_TRUST),
    Row("partnerships:add-role", "west", *KEEPS_WEST),
    Row("partnerships:add-role", "trust", *KEEPS_TRUST),
    Row("partnerships:add-briefing", "west", *KEEPS_WEST),
    Row("partnerships:add-briefing", "trust", *KEEPS_TRUST),
    Row("partnerships:change-role", "west role", *KEEPS_WEST),
    Row("partnerships:change-role", "trust role", *KEEPS_TRUST),
    Row("partnerships:change-briefing", "west briefing", *KEEPS_WEST),
    Row("partnerships:change-briefing", "trust briefing", *KEEPS_TRUST),
    Row("partnerships:briefing-held", "west briefing", *KEEPS_WEST),
    Row("partnerships:briefing-held", "trust briefing", *KEEPS_TRUST),
)
