"""Who is answered how on the pages of saved filters and on what stands at a glance?

Written as in the access table, which these lines are part of. The filter is the auditor's, shared.
"""

from .access_rows import Row
from .account_rows import EVERYBODY_READS, NOBODY_NOW

SAVED_FILTER_ROWS: tuple[Row, ...] = (
    Row("recommendations:at-a-glance", "", *EVERYBODY_READS),
    Row("recommendations:grouped", "", *EVERYBODY_READS),
    Row("recommendations:saved-filters", "", *EVERYBODY_READS),
    # Nothing is asked in the address, so nothing can be saved.
    Row("recommendations:save-filter", "filtered list", *NOBODY_NOW),
    Row(
        "recommendations:change-filter",
        "saved filter",
        "APLWEOXSDM 403, U 200, - 302",
        "APLWEOXSDM- 403, U 200",
    ),
    Row(
        "recommendations:remove-filter",
        "saved filter",
        "AU 200, PLWEOXSDM 403, - 302",
        "AU 302, PLWEOXSDM- 403",
    ),
)
