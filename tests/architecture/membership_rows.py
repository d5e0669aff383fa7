"""Who is answered how on the pages about who should sit where, and with which interests?

The letters are those of the whole table: see `access_table.py`.
"""

from .access_rows import (
    ADMINISTRATOR,
    ONLY_READS_TRUST,
    ONLY_READS_WEST,
    READS_TRUST,
    READS_WEST,
    TRUST_MEMBERS,
    WEST_MEMBERS,
    Row,
)

#: Whoever sees partnerships, only to read.
READS_PARTNERSHIPS = ("APLWESUDM 200, OX 403, - 302", "APLWESUDM 405, OX- 403")
#: What is exempt in West: neither administrators nor scrutiny read it.
READS_EXEMPT_IN_WEST = (
    "PWSUD 200, ALEM 404, OX 403, - 302",
    "PWSUD 200, ALEM 404, OX- 403",
)
READS_EXEMPT_HISTORY = ("PWSUD 200, ALEMOX 404, - 302", "APLWEOXSUDM 405, - 403")

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
    Row("partnerships:interests", "west", *READS_WEST),
    Row("partnerships:interests", "trust", *READS_TRUST),
    Row("partnerships:add-interest", "west", *WEST_MEMBERS),
    Row("partnerships:add-interest", "trust", *TRUST_MEMBERS),
    Row("partnerships:interest", "west interest", *READS_WEST),
    Row("partnerships:interest", "trust interest", *READS_TRUST),
    Row("partnerships:interest", "exempt interest", *READS_EXEMPT_IN_WEST),
    Row("partnerships:correct-interest", "west interest", *WEST_MEMBERS),
    Row("partnerships:correct-interest", "trust interest", *TRUST_MEMBERS),
    Row("partnerships:correct-interest", "exempt interest", *WEST_MEMBERS),
    Row("history:record", "exempt interest's history", *READS_EXEMPT_HISTORY),
)
