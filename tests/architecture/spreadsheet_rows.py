"""Who is answered how on the pages of spreadsheets?

Written as in the access table, which these lines are part of.
"""

from .access_rows import (
    ONLY_READS_TRUST,
    ONLY_READS_WEST,
    TRUST_MEMBERS,
    WEST_MEMBERS,
    Row,
)

#: What the partnerships officer uploaded or imported in West is theirs alone.
OWN_UPLOAD = (
    "P 200, W 404, AOXSUDM 403, LE 404, - 302",
    "P 200, W 404, AOXSUDM- 403, LE 404",
)
OWN_IMPORT = ("P 200, AWSUDM 404, LE 404, OX 403, - 302", "APLWESUDM 405, OX- 403")

#: West's entry is kept by the partnerships officer; its area manager sees it.
WEST_ENTRY = ("AWOXSUDM 403, P 200, LE 404, - 302", "AWOXSUDM- 403, P 200, LE 404")

SPREADSHEET_ROWS: tuple[Row, ...] = (
    Row("partnerships:spreadsheets", "west", *ONLY_READS_WEST),
    Row("partnerships:spreadsheets", "trust", *ONLY_READS_TRUST),
    Row("partnerships:spreadsheet", "west member sheet", *ONLY_READS_WEST),
    Row("partnerships:spreadsheet", "trust member sheet", *ONLY_READS_TRUST),
    Row("partnerships:import-spreadsheet", "west members", *WEST_MEMBERS),
    Row("partnerships:import-spreadsheet", "trust members", *TRUST_MEMBERS),
    Row("partnerships:import-spreadsheet", "west meeting sheet", *WEST_MEMBERS),
    Row("partnerships:import-spreadsheet", "west attendance sheet", *WEST_MEMBERS),
    Row("partnerships:import-spreadsheet", "west document sheet", *WEST_MEMBERS),
    Row("partnerships:import-spreadsheet", "west contribution sheet", *WEST_ENTRY),
    Row("partnerships:import-spreadsheet", "west risk sheet", *WEST_ENTRY),
    Row("partnerships:import-preview", "west upload", *OWN_UPLOAD),
    Row("partnerships:import-preview", "west upload to mend", *OWN_UPLOAD),
    Row("partnerships:imported", "west import", *OWN_IMPORT),
)
