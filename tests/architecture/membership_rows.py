"""Who is answered how on the pages about who should sit where, and with which interests?

The letters are those of the whole table: see `access_table.py`.
"""

from .access_rows import Row

#: Whoever sees partnerships, only to read.
READS_PARTNERSHIPS = ("APLWESUDM 200, OX 403, - 302", "APLWESUDM 405, OX- 403")

MEMBERSHIP_ROWS: tuple[Row, ...] = (Row("partnerships:gaps", "", *READS_PARTNERSHIPS),)
