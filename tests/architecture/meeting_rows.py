"""Who is answered how on the pages of meetings, attendance and calendars?

Written as in the access table, which these lines are part of.
"""

from .access_rows import Row
from .account_rows import PUBLIC_READ

#: West is hidden from those of other partnerships.
READS_WEST = ("APWSUDM 200, LE 404, OX 403, - 302", "APWSUDM 200, LE 404, OX- 403")
#: The trust is hidden from the area managers.
READS_TRUST = ("APLSUDM 200, WE 404, OX 403, - 302", "APLSUDM 200, WE 404, OX- 403")
#: West's meetings: its area manager too.
KEEPS_WEST = ("AOXSUDM 403, PW 200, LE 404, - 302", "AOXSUDM- 403, PW 200, LE 404")
#: The trust's meetings: no area manager.
KEEPS_TRUST = ("AOXSUDM 403, PL 200, WE 404, - 302", "AOXSUDM- 403, PL 200, WE 404")
#: What a rule refuses to all who may see the place.
NOT_NOW_IN_WEST = ("APWOXSUDM 403, LE 404, - 302", "APWOXSUDM- 403, LE 404")

MEETING_ROWS: tuple[Row, ...] = (
    Row("partnerships:meetings", "west", *READS_WEST),
    Row("partnerships:meetings", "trust", *READS_TRUST),
    Row("partnerships:meeting", "west meeting", *READS_WEST),
    Row("partnerships:meeting", "trust meeting", *READS_TRUST),
    Row("partnerships:meeting", "exempt meeting", *READS_WEST),
    Row("partnerships:add-meeting", "west body", *KEEPS_WEST),
    Row("partnerships:add-meeting", "trust body", *KEEPS_TRUST),
    Row("partnerships:change-meeting", "west meeting", *KEEPS_WEST),
    Row("partnerships:change-meeting", "trust meeting", *KEEPS_TRUST),
    Row("partnerships:change-meeting", "cancelled meeting", *NOT_NOW_IN_WEST),
    Row("partnerships:cancel-meeting", "planned meeting", *KEEPS_WEST),
    Row("partnerships:cancel-meeting", "west meeting", *NOT_NOW_IN_WEST),
    Row("partnerships:record-meeting", "west meeting", *KEEPS_WEST),
    Row("partnerships:record-meeting", "trust meeting", *KEEPS_TRUST),
    Row("partnerships:record-meeting", "planned meeting", *NOT_NOW_IN_WEST),
    Row("partnerships:relay-message", "west message", *KEEPS_WEST),
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
    Row("partnerships:plan-meetings", "west body", *KEEPS_WEST),
    Row("partnerships:plan-meetings", "trust body", *KEEPS_TRUST),
    Row("partnerships:calendars", "", "APLWESUDM 200, OX 403, - 302", "APLWESUDM 200, OX- 403"),
    Row(
        "partnerships:revoke-calendar",
        "west's calendar link",
        "W 200, APLESUDM 404, OX 403, - 302",
        "W 302, APLESUDM 404, OX- 403",
    ),
    Row("partnerships:calendar", "calendar", *PUBLIC_READ),
    Row("partnerships:calendar", "no calendar", "APLWEOXSUDM- 404", "APLWEOXSUDM- 405"),
    Row("partnerships:add-intervention", "west", *KEEPS_WEST),
    Row("partnerships:add-intervention", "trust", *KEEPS_TRUST),
    Row("partnerships:intervention", "west intervention", *READS_WEST),
    Row("partnerships:intervention", "trust intervention", *READS_TRUST),
    Row("partnerships:correct-intervention", "west intervention", *KEEPS_WEST),
    Row("partnerships:correct-intervention", "trust intervention", *KEEPS_TRUST),
    Row("partnerships:add-arrangement", "west body", *KEEPS_WEST),
    Row("partnerships:add-arrangement", "trust body", *KEEPS_TRUST),
    Row("partnerships:change-arrangement", "west arrangement", *KEEPS_WEST),
    Row(
        "history:record",
        "exempt meeting's history",
        "APWSUDM 200, LEOX 404, - 302",
        "APLWEOXSUDM 405, - 403",
    ),
)
