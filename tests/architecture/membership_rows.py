"""Who is answered how on the pages about who should sit where, and with which interests?

The letters are those of the whole table: see `access_table.py`.
"""

from .access_rows import (
    ADMINISTRATOR,
    ONLY_READS_TRUST,
    ONLY_READS_WEST,
    TRUST_MEMBERS,
    WEST_MEMBERS,
    Row,
)

#: Whoever sees partnerships, only to read.
READS_PARTNERSHIPS = ("APLWESUDM 200, OX 403, - 302", "APLWESUDM 405, OX- 403")

MEMBERSHIP_ROWS: tuple[Row, ...] = (
    Row("partnerships:gaps", "", *READS_PARTNERSHIPS),
    Row("partnerships:statutory-members", "", *READS_PARTNERSHIPS),
    Row("partnerships:statutory-lists", "", *READS_PARTNERSHIPS),
    Row("partnerships:add-required-member", "", *ADMINISTRATOR),
    Row("partnerships:end-required-member", "required member", *ADMINISTRATOR),
    Row("partnerships:statutory", "west", *ONLY_READS_WEST),
    Row("partnerships:statutory", "trust", *ONLY_READS_TRUST),
    Row("partnerships:add-chair", "west body", *WEST_MEMBERS),
    Row("partnerships:add-chair", "trust body", *TRUST_MEMBERS),
    Row("partnerships:correct-chair", "west chair", *WEST_MEMBERS),
    Row("partnerships:correct-chair", "trust chair", *TRUST_MEMBERS),
)
