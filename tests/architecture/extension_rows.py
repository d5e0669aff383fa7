"""Who is answered how on the pages of extensions?

Written as in the access table, which these lines are part of.
"""

from .access_rows import READS_TRUST_LINE, Row
from .account_rows import EVERYBODY_READS, NOBODY_NOW

#: A senior officer alone.
SENIOR_OFFICER = ("APLWEOXUDM 403, S 200, - 302", "APLWEOXUDM- 403, S 200")
#: Democratic services and the partnerships officer.
RECORDS_DECISIONS = ("ALWEOXSUM 403, PD 200, - 302", "ALWEOXSUM- 403, PD 200")

EXTENSION_ROWS: tuple[Row, ...] = (
    Row("recommendations:extensions", "", *EVERYBODY_READS),
    Row(
        "recommendations:extensions-to-endorse",
        "",
        "APLWEOXUDM 403, S 200, - 302",
        "APLWEOXUDM- 403, S 405",
    ),
    Row("recommendations:decide-extensions", "", *RECORDS_DECISIONS),
    Row("recommendations:decide-closures", "", *RECORDS_DECISIONS),
    Row(
        "recommendations:ask-extension",
        "trust action",
        "ASUDM 403, PLO 200, WEX 404, - 302",
        "ASUDM- 403, PLO 200, WEX 404",
    ),
    Row(
        "recommendations:ask-extension",
        "areas action",
        "ASUDM 403, PWE 200, LOX 404, - 302",
        "ASUDM- 403, PWE 200, LOX 404",
    ),
    Row(
        "recommendations:ask-extension",
        "closed action",
        "APLOSUDM 403, WEX 404, - 302",
        "APLOSUDM- 403, WEX 404",
    ),
    Row("recommendations:extension", "asked extension", *READS_TRUST_LINE),
    Row("recommendations:extension", "granted extension", *READS_TRUST_LINE),
    Row("recommendations:endorse-extension", "asked extension", *SENIOR_OFFICER),
    Row("recommendations:endorse-extension", "granted extension", *NOBODY_NOW),
    Row("recommendations:decide-extension", "endorsed extension", *RECORDS_DECISIONS),
    Row("recommendations:decide-extension", "asked extension", *NOBODY_NOW),
    Row(
        "recommendations:withdraw-extension",
        "asked extension",
        "APLSUDM 403, O 200, WEX 404, - 302",
        "APLSUDM- 403, O 200, WEX 404",
    ),
    Row(
        "recommendations:withdraw-extension",
        "granted extension",
        "APLOSUDM 403, WEX 404, - 302",
        "APLOSUDM- 403, WEX 404",
    ),
)
