"""Who is answered how on the pages of the yearly reviews?

Written as in the access table, which these lines are part of.
"""

from .access_rows import (
    KEEPS_TRUST,
    KEEPS_WEST,
    ONLY_READS_TRUST,
    ONLY_READS_WEST,
    READS_PARTNERSHIPS,
    READS_TRUST,
    READS_WEST,
    SEES_PARTNERSHIPS,
    Row,
)

#: Opened for the whole council by the partnerships officer alone.
OPENS_ROUNDS = ("ALWEOXSUDM 403, P 200, - 302", "ALWEOXSUDM- 403, P 200")
#: Everything at work is in the round of the cast.
NOTHING_TO_BRING_IN = ("APLWEOXSUDM 403, - 302", "APLWEOXSUDM- 403")
#: A signed review of West: nobody answers it any more, and the trust's lead does not see it.
NOBODY_ANSWERS = ("APWEOXSUDM 403, L 404, - 302", "APWEOXSUDM- 403, L 404")

REVIEW_ROWS: tuple[Row, ...] = (
    Row("partnerships:review-rounds", "", *SEES_PARTNERSHIPS),
    Row("partnerships:open-round", "", *OPENS_ROUNDS),
    Row("partnerships:bring-into-round", "review round", *NOTHING_TO_BRING_IN),
    Row("partnerships:review-round", "review round", *SEES_PARTNERSHIPS),
    Row("partnerships:round-statement", "review round", *READS_PARTNERSHIPS),
    Row("partnerships:governance-reviews", "west", *READS_WEST),
    Row("partnerships:governance-reviews", "trust", *READS_TRUST),
    Row("partnerships:governance-review", "west review", *ONLY_READS_WEST),
    Row("partnerships:governance-review", "trust review", *ONLY_READS_TRUST),
    Row("partnerships:answer-governance-review", "west next review", *KEEPS_WEST),
    Row("partnerships:answer-governance-review", "trust review", *KEEPS_TRUST),
    Row("partnerships:answer-governance-review", "west review", *NOBODY_ANSWERS),
    Row("partnerships:sign-off-governance-review", "west review", *NOBODY_ANSWERS),
    Row("partnerships:sign-off-governance-review", "trust review", *KEEPS_TRUST),
    Row("partnerships:remedial-action-done", "west remedial action", *KEEPS_WEST),
    Row("partnerships:remedial-action-done", "trust remedial action", *KEEPS_TRUST),
    Row(
        "history:record",
        "west review's history",
        "APWSUDM 200, LEOX 404, - 302",
        "APLWEOXSUDM 405, - 403",
    ),
)
