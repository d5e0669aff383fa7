"""Who is answered how on the pages of follow-up reports and of what committees decided?

Written as in the access table, which these lines are part of.
"""

from .access_rows import Row
from .account_rows import NOBODY_NOW
from .extension_rows import RECORDS_DECISIONS

#: The auditor, the partnerships officer and democratic services.
ISSUES = ("ALWEOXSM 403, PUD 200, - 302", "ALWEOXSM- 403, PUD 200")
#: Whoever reads issued reviews anywhere.
READS_ISSUED = ("APLWESUDM 200, OX 403, - 302", "APLWESUDM 200, OX- 403")
#: Whoever reads the issued reviews of the whole council.
READS_ALL = ("APSUDM 200, LWE 404, OX 403, - 302", "APLWESUDM 405, OX- 403")

FOLLOW_UP_ROWS: tuple[Row, ...] = (
    Row("follow-up:reports", "", *READS_ISSUED),
    Row("follow-up:prepare", "", *ISSUES),
    Row("follow-up:report", "follow-up", *READS_ALL),
    Row("follow-up:pdf", "follow-up", *READS_ALL),
    Row("follow-up:word", "follow-up", *READS_ALL),
    Row("follow-up:change", "unissued follow-up", *ISSUES),
    Row("follow-up:change", "follow-up", *NOBODY_NOW),
    Row("follow-up:issue", "follow-up", *ISSUES),
    Row("follow-up:version", "follow-up version", *READS_ALL),
    Row("follow-up:version-pdf", "follow-up version", *READS_ALL),
    Row("follow-up:version-word", "follow-up version", *READS_ALL),
    Row("follow-up:record-decision", "follow-up version", *RECORDS_DECISIONS),
    Row("follow-up:correct-decision", "committee decision", *RECORDS_DECISIONS),
    Row("follow-up:add-item", "committee decision", *RECORDS_DECISIONS),
    Row("follow-up:programme", "", *READS_ISSUED),
    Row("follow-up:what-changed", "", "APLWESUDM 200, OX 403, - 302", "APLWESUDM 405, OX- 403"),
    Row("follow-up:finish-item", "programme item", *RECORDS_DECISIONS),
    Row("follow-up:correct-item", "programme item", *RECORDS_DECISIONS),
)
