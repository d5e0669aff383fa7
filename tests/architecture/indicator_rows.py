"""Who is answered how on the pages of indicators, their figures, and the areas that are compared?

Written as in the access table, which these lines are part of. The indicator is West's: hidden from
the lead of the trust and from the other area manager.
"""

from .access_rows import READS_PARTNERSHIPS, Row

READS_WEST = ("APWSUDM 200, LE 404, OX 403, - 302", "APLWESUDM 405, OX- 403")
KEEPS_WEST = ("AOXSUDM 403, PW 200, LE 404, - 302", "AOXSUDM- 403, PW 200, LE 404")
#: Sent with nothing typed, it says that nothing was changed.
ENTERS_WEST = (KEEPS_WEST[0], "AOXSUDM- 403, PW 302, LE 404")
READS_WEST_HISTORY = ("APWSUDM 200, LEOX 404, - 302", "APLWEOXSUDM 405, - 403")
NOBODY_FINDS = ("APLWESUDM 404, OX 403, - 302", "APLWESUDM 405, OX- 403")
KEEPS_AREAS = ("AP 200, LWEOXSUDM 403, - 302", "AP 200, LWEOXSUDM- 403")

INDICATOR_ROWS: tuple[Row, ...] = (
    Row("partnerships:indicators", "", *READS_PARTNERSHIPS),
    Row("partnerships:partnership-indicators", "west", *READS_WEST),
    Row("partnerships:add-indicator", "west", *KEEPS_WEST),
    Row("partnerships:area-comparison", "west", *READS_WEST),
    Row("partnerships:performance", "west", *READS_WEST),
    Row("partnerships:performance-layer", "west's executive layer", *READS_WEST),
    Row("partnerships:performance-layer", "west's operational layer", *READS_WEST),
    Row("partnerships:performance-layer", "no layer", *NOBODY_FINDS),
    Row("partnerships:indicator", "west indicator", *READS_WEST),
    Row("partnerships:change-indicator", "west indicator", *KEEPS_WEST),
    Row("partnerships:withdraw-indicator", "west indicator", *KEEPS_WEST),
    Row("partnerships:indicator-targets", "west indicator", *KEEPS_WEST),
    Row("partnerships:enter-figures", "west indicator", *ENTERS_WEST),
    Row("partnerships:judge-data", "west indicator", *KEEPS_WEST),
    Row("partnerships:record-challenge", "west indicator", *KEEPS_WEST),
    Row("partnerships:answer-challenge", "west challenge", *KEEPS_WEST),
    Row("partnerships:import-spreadsheet", "west figure sheet", *KEEPS_WEST),
    Row("partnerships:areas", "", *READS_PARTNERSHIPS),
    Row("partnerships:add-area", "", *KEEPS_AREAS),
    Row("partnerships:change-area", "area", *KEEPS_AREAS),
    Row("history:record", "west indicator's history", *READS_WEST_HISTORY),
)
