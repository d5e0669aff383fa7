"""Who is answered how on the pages of reports to scrutiny?

Written as in the access table, which these lines are part of. The report tells of every district,
so an area manager and the trust's lead do not see it; a draft is seen by those who write reports.
"""

from .access_rows import READS_PARTNERSHIPS, Row
from .extension_rows import RECORDS_DECISIONS

#: The auditor, the partnerships officer and democratic services.
WRITES = ("ALWEOXSM 403, PUD 200, - 302", "ALWEOXSM- 403, PUD 200")
WRITES_READS = ("ALWEOXSM 403, PUD 200, - 302", "ALWEOXSM- 403, PUD 405")
#: A draft that nobody else knows of.
READS_DRAFT = ("PUD 200, ALWESM 404, OX 403, - 302", "APLWESUDM 405, OX- 403")
#: An issued one is for whoever sees all the partnerships it tells of.
READS_ISSUED = ("APSUDM 200, LWE 404, OX 403, - 302", "APLWESUDM 405, OX- 403")
#: Done at once, with nothing to type.
MOVES = ("ALWEOXSM 403, PUD 405, - 302", "ALWEOXSM- 403, PUD 302")
#: The draft of a report that was issued: who reads the versions knows of it, and may not have it.
TAKES_DRAFT = ("PUD 200, LWE 404, ASMOX 403, - 302", "APLWESUDM 405, OX- 403")
#: Its quarter is still open.
NOT_NOW = ("APLWEOXSUDM 403, - 302", "APLWEOXSUDM- 403")

SCRUTINY_ROWS: tuple[Row, ...] = (
    Row("scrutiny:reports", "", *READS_PARTNERSHIPS),
    Row("scrutiny:prepare", "", *WRITES),
    Row("scrutiny:report", "scrutiny draft", *READS_DRAFT),
    Row("scrutiny:report", "scrutiny report", *READS_ISSUED),
    Row("scrutiny:change", "scrutiny report", *WRITES),
    Row("scrutiny:add-section", "scrutiny report", *WRITES),
    Row("scrutiny:write-section", "scrutiny section", *WRITES),
    Row("scrutiny:move-up", "scrutiny section", *MOVES),
    Row("scrutiny:move-down", "scrutiny section", *MOVES),
    Row("scrutiny:remove-section", "scrutiny section", *WRITES),
    Row("scrutiny:pdf", "scrutiny report", *WRITES_READS),
    Row("scrutiny:word", "scrutiny draft", *READS_DRAFT),
    Row("scrutiny:word", "scrutiny report", *TAKES_DRAFT),
    Row("scrutiny:issue", "scrutiny report", *WRITES),
    Row("scrutiny:issue", "scrutiny draft", *NOT_NOW),
    Row("scrutiny:version", "scrutiny version", *READS_ISSUED),
    Row("scrutiny:record-decision", "scrutiny version", *RECORDS_DECISIONS),
    Row("follow-up:correct-decision", "scrutiny decision", *RECORDS_DECISIONS),
    Row("follow-up:finish-item", "scrutiny item", *RECORDS_DECISIONS),
    Row("follow-up:correct-item", "scrutiny item", *RECORDS_DECISIONS),
    Row("scrutiny:version-pdf", "scrutiny version", *READS_ISSUED),
    Row("scrutiny:version-word", "scrutiny version", *READS_ISSUED),
)
