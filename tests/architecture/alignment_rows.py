"""Who is answered how on the pages of strategic frameworks and of alignment?

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

#: Whoever sees partnerships, and only to be read.
ONLY_SEEN = ("APLWESUDM 200, OX 403, - 302", "APLWESUDM 405, OX- 403")
#: The administrator and the partnerships officer.
KEEPS_FRAMEWORKS = ("AP 200, LWEOXSUDM 403, - 302", "AP 200, LWEOXSUDM- 403")

ALIGNMENT_ROWS: tuple[Row, ...] = (
    Row("partnerships:all-alignment", "", *SEES_PARTNERSHIPS),
    Row("partnerships:alignment", "west", *ONLY_READS_WEST),
    Row("partnerships:alignment", "trust", *ONLY_READS_TRUST),
    Row("partnerships:state-contribution", "west theme", *KEEPS_WEST),
    Row("partnerships:state-contribution", "trust theme", *KEEPS_TRUST),
    Row("partnerships:frameworks", "", *ONLY_SEEN),
    Row("partnerships:framework", "framework", *ONLY_SEEN),
    Row("partnerships:framework", "empty framework", *ONLY_SEEN),
    Row("partnerships:add-framework", "", *KEEPS_FRAMEWORKS),
    Row("partnerships:change-framework", "framework", *KEEPS_FRAMEWORKS),
    Row("partnerships:add-theme", "framework", *KEEPS_FRAMEWORKS),
    Row("partnerships:change-theme", "framework theme", *KEEPS_FRAMEWORKS),
)
