"""Who is answered how on the pages of meetings, attendance and calendars?

Written as in the access table, which these lines are part of.
"""

from .access_rows import READS_TRUST, READS_WEST, TRUST_MEMBERS, WEST_MEMBERS, Row
from .account_rows import PUBLIC_READ

#: What a rule refuses to all who may see the place.
NOT_NOW_IN_WEST = ("APWOXSUDM 403, LE 404, - 302", "APWOXSUDM- 403, LE 404")

MEETING_ROWS: tuple[Row, ...] = (
    Row("partnerships:meetings", "west", *READS_WEST),
    Row("partnerships:meetings", "trust", *READS_TRUST),
    Row("partnerships:meeting", "west meeting", *READS_WEST),
    Row("partnerships:meeting", "trust meeting", *READS_TRUST),
    Row("partnerships:meeting", "exempt meeting", *READS_WEST),
    Row("partnerships:add-meeting", "west body", *WEST_MEMBERS),
    Row("partnerships:add-meeting", "trust body", *TRUST_MEMBERS),
    Row("partnerships:change-meeting", "west meeting", *WEST_MEMBERS),
    Row("partnerships:change-meeting", "trust meeting", *TRUST_MEMBERS),
    Row("partnerships:change-meeting", "cancelled meeting", *NOT_NOW_IN_WEST),
    Row("partnerships:cancel-meeting", "planned meeting", *WEST_MEMBERS),
    Row("partnerships:cancel-meeting", "west meeting", *NOT_NOW_IN_WEST),
    # Before the records: an empty form there takes the messages away.
    Row("partnerships:relay-message", "west message", *WEST_MEMBERS),
    Row("partnerships:record-meeting", "west meeting", *WEST_MEMBERS),
    Row("partnerships:record-meeting", "trust meeting", *TRUST_MEMBERS),
    Row("partnerships:record-meeting", "planned meeting", *NOT_NOW_IN_WEST),
    Row(
        "partnerships:minutes",
        "west minutes",
        "APWSUDM 200, LE 404, OX 403, - 302",
        "APLWESUDM 405, OX- 403",
    ),
    Row(
        "partnerships:minutes",
        "exempt minutes",
        "PWSUD 200, ALEM 404, OX 403, - 302",
        "APLWESUDM 405, OX- 403",
    ),
    Row(
        "partnerships:attendance",
        "",
        "APLWESUDM 200, OX 403, - 302",
        "APLWESUDM 200, OX- 403",
    ),
    Row(
        "partnerships:meeting-bands",
        "",
        "APLWESUDM 200, OX 403, - 302",
        "APLWESUDM 200, OX- 403",
    ),
    Row("partnerships:plan-meetings", "west body", *WEST_MEMBERS),
    Row("partnerships:plan-meetings", "trust body", *TRUST_MEMBERS),
    Row("partnerships:calendars", "", "APLWESUDM 200, OX 403, - 302", "APLWESUDM 200, OX- 403"),
    Row(
        "partnerships:revoke-calendar",
        "west's calendar link",
        "W 200, APLESUDM 404, OX 403, - 302",
        "W 302, APLESUDM 404, OX- 403",
    ),
    Row("partnerships:calendar", "calendar", *PUBLIC_READ),
    Row("partnerships:calendar", "no calendar", "APLWEOXSUDM- 404", "APLWEOXSUDM- 405"),
    Row("partnerships:add-intervention", "west", *WEST_MEMBERS),
    Row("partnerships:add-intervention", "trust", *TRUST_MEMBERS),
    Row("partnerships:intervention", "west intervention", *READS_WEST),
    Row("partnerships:intervention", "trust intervention", *READS_TRUST),
    Row("partnerships:correct-intervention", "west intervention", *WEST_MEMBERS),
    Row("partnerships:correct-intervention", "trust intervention", *TRUST_MEMBERS),
    Row("partnerships:add-arrangement", "west body", *WEST_MEMBERS),
    Row("partnerships:add-arrangement", "trust body", *TRUST_MEMBERS),
    Row("partnerships:change-arrangement", "west arrangement", *WEST_MEMBERS),
    Row(
        "history:record",
        "exempt meeting's history",
        "APWSUDM 200, LEOX 404, - 302",
        "APLWEOXSUDM 405, - 403",
    ),
)
