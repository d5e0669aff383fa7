"""Who is answered how on the page on which a person chooses how often they are written to?

Written as in the access table, which these lines are part of.
"""

from .access_rows import Row
from .account_rows import EVERYBODY_DOES

DIGEST_ROWS: tuple[Row, ...] = (Row("recommendations:digest", "", *EVERYBODY_DOES),)
