"""Who is answered how on the pages that show how a partnership works with others?

Written as in the access table, which these lines are part of.
"""

from .access_rows import (
    KEEPS_TRUST,
    KEEPS_WEST,
    ONLY_READS_TRUST,
    ONLY_READS_WEST,
    READS_PARTNERSHIPS,
    READS_TRUST,
    READS_WEST,
    SEES_PARTNERSHIPS,
    TRUST_MEMBERS,
    Row,
)

#: Decided by whoever keeps another partnership: the partnerships officer and the trust's lead.
DECIDES_ON_WEST = ("AWEOXSUDM 403, PL 200, - 302", "AWEOXSUDM- 403, PL 200")

#: Told by whoever keeps the plans: for West its area manager too.
TELLS_WEST = ("AOXSUDM 403, PW 200, LE 404, - 302", "AOXSUDM- 403, PW 200, LE 404")

JOINT_WORKING_ROWS: tuple[Row, ...] = (
    Row("partnerships:information-sharing", "west", *ONLY_READS_WEST),
    Row("partnerships:information-sharing", "trust", *ONLY_READS_TRUST),
    Row("partnerships:record-sharing", "west", *KEEPS_WEST),
    Row("partnerships:record-sharing", "trust", *KEEPS_TRUST),
    Row("partnerships:withdraw-sharing", "west sharing", *KEEPS_WEST),
    Row("partnerships:withdraw-sharing", "trust sharing", *KEEPS_TRUST),
    Row("partnerships:add-sharing-obstacle", "west", *KEEPS_WEST),
    Row("partnerships:add-sharing-obstacle", "trust", *KEEPS_TRUST),
    Row("partnerships:change-sharing-obstacle", "west obstacle", *KEEPS_WEST),
    Row("partnerships:change-sharing-obstacle", "trust obstacle", *KEEPS_TRUST),
    Row("partnerships:all-good-practice", "", *SEES_PARTNERSHIPS),
    Row("partnerships:good-practice", "west", *READS_WEST),
    Row("partnerships:good-practice", "trust", *READS_TRUST),
    Row("partnerships:note-good-practice", "west", *KEEPS_WEST),
    Row("partnerships:note-good-practice", "trust", *KEEPS_TRUST),
    Row("partnerships:good-practice-note", "west shared practice", *READS_PARTNERSHIPS),
    Row("partnerships:good-practice-note", "trust own practice", *ONLY_READS_TRUST),
    Row("partnerships:decide-on-good-practice", "west shared practice", *DECIDES_ON_WEST),
    Row("partnerships:change-good-practice", "west practice", *KEEPS_WEST),
    Row("partnerships:change-good-practice", "trust practice", *KEEPS_TRUST),
    Row("partnerships:withdraw-good-practice", "west practice", *KEEPS_WEST),
    Row("partnerships:withdraw-good-practice", "trust practice", *KEEPS_TRUST),
    Row("partnerships:all-case-studies", "", *READS_PARTNERSHIPS),
    Row("partnerships:case-studies", "west", *ONLY_READS_WEST),
    Row("partnerships:case-studies", "trust", *ONLY_READS_TRUST),
    Row("partnerships:case-study", "west case study", *ONLY_READS_WEST),
    Row("partnerships:case-study", "trust case study", *ONLY_READS_TRUST),
    Row("partnerships:add-case-study", "west", *TELLS_WEST),
    Row("partnerships:add-case-study", "trust", *TRUST_MEMBERS),
    Row("partnerships:change-case-study", "west case study", *TELLS_WEST),
    Row("partnerships:change-case-study", "trust case study", *TRUST_MEMBERS),
    Row("partnerships:withdraw-case-study", "west case study", *TELLS_WEST),
    Row("partnerships:withdraw-case-study", "trust case study", *TRUST_MEMBERS),
    Row("partnerships:all-communications", "", *SEES_PARTNERSHIPS),
    Row("partnerships:communications", "west", *READS_WEST),
    Row("partnerships:communications", "trust", *READS_TRUST),
    Row("partnerships:add-communication", "west", *KEEPS_WEST),
    Row("partnerships:add-communication", "trust", *KEEPS_TRUST),
    Row("partnerships:communication", "west communication", *ONLY_READS_WEST),
    Row("partnerships:communication", "trust communication", *ONLY_READS_TRUST),
    Row("partnerships:change-communication", "west communication", *KEEPS_WEST),
    Row("partnerships:change-communication", "trust communication", *KEEPS_TRUST),
    Row("partnerships:record-communication", "west communication", *KEEPS_WEST),
    Row("partnerships:record-communication", "trust communication", *KEEPS_TRUST),
    Row("partnerships:engagement", "west", *READS_WEST),
    Row("partnerships:engagement", "trust", *READS_TRUST),
    Row("partnerships:add-engagement", "west", *KEEPS_WEST),
    Row("partnerships:add-engagement", "trust", *KEEPS_TRUST),
    Row("partnerships:engagement-entry", "west engagement", *ONLY_READS_WEST),
    Row("partnerships:engagement-entry", "trust engagement", *ONLY_READS_TRUST),
    Row("partnerships:change-engagement", "west engagement", *KEEPS_WEST),
    Row("partnerships:change-engagement", "trust engagement", *KEEPS_TRUST),
    Row("partnerships:withdraw-engagement", "west engagement", *KEEPS_WEST),
    Row("partnerships:withdraw-engagement", "trust engagement", *KEEPS_TRUST),
)
