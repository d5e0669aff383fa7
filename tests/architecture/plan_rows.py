"""Who is answered how on the pages of plans and their quarters?

Written as in the access table, which these lines are part of. The plan at the top is the Leeds
Initiative's; an area manager sees it because a plan of theirs is reported with it.
"""

from .access_rows import READS_PARTNERSHIPS, Row

#: The trust's lead has no plan under it.
READS_TOP = ("APWESUDM 200, L 404, OX 403, - 302", "APLWESUDM 405, OX- 403")
READS_WEST_PLAN = ("APWSUDM 200, LE 404, OX 403, - 302", "APLWESUDM 405, OX- 403")
KEEPS_WEST_PLAN = ("AOXSUDM 403, PW 200, LE 404, - 302", "AOXSUDM- 403, PW 200, LE 404")
#: The page of an action is anybody's who may see it or answers for it.
READS_WEST_ACTION = ("APWSUDM 200, LEOX 404, - 302", "APLWEOXSUDM 405, - 403")
RUNS = ("AWEOXSUDM 403, P 200, L 404, - 302", "AWEOXSUDM- 403, P 200, L 404")
RUNS_READS = ("AWEOXSUDM 403, P 200, L 404, - 302", "AWEOXSUDM- 403, PL 405")
#: With nothing to type: it is done.
RUNS_AT_ONCE = ("AWEOXSUDM 403, P 200, L 404, - 302", "AWEOXSUDM- 403, P 302, L 404")
NOT_NOW = ("APWEOXSUDM 403, L 404, - 302", "APWEOXSUDM- 403, L 404")
#: The partnerships officer keeps every plan, an area manager their own.
ANSWERS = ("PWE 200, ALOXSUDM 404, - 302", "PWE 302, ALOXSUDM 404, - 403")
TAKES_SHEET = ("PWE 200, ALOXSUDM 404, - 302", "PWE 200, ALOXSUDM 404, - 403")
REOPENS = ("A 200, PLWEOXSUDM 403, - 302", "A 200, PLWEOXSUDM- 403")

PLAN_ROWS: tuple[Row, ...] = (
    Row("partnerships:plans", "", *READS_PARTNERSHIPS),
    Row("partnerships:partnership-plans", "west", *READS_WEST_PLAN),
    Row("partnerships:add-plan", "west", *KEEPS_WEST_PLAN),
    Row("partnerships:plan", "top plan", *READS_TOP),
    Row("partnerships:plan", "west plan", *READS_WEST_PLAN),
    Row("partnerships:change-plan", "west plan", *KEEPS_WEST_PLAN),
    Row(
        "partnerships:plan-themes",
        "west plan",
        "AOXSUDM 403, PW 200, LE 404, - 302",
        "AOXSUDM- 403, PW 200, LE 404",
    ),
    Row("partnerships:plan-priorities", "west plan", *KEEPS_WEST_PLAN),
    Row("partnerships:plan-actions", "west plan", *READS_WEST_PLAN),
    Row("partnerships:add-plan-action", "west plan", *KEEPS_WEST_PLAN),
    Row("partnerships:plan-action", "west plan action", *READS_WEST_ACTION),
    Row("partnerships:change-plan-action", "west plan action", *KEEPS_WEST_PLAN),
    Row("partnerships:withdraw-plan-action", "west plan action", *KEEPS_WEST_PLAN),
    Row("partnerships:test-plan-action", "west plan action", *KEEPS_WEST_PLAN),
    Row("partnerships:record-joint-outcome", "west plan action", *KEEPS_WEST_PLAN),
    Row("partnerships:open-quarter", "top plan", *RUNS),
    Row("partnerships:plan-quarter", "open quarter", *READS_TOP),
    Row("partnerships:plan-quarter", "closed quarter", *READS_TOP),
    Row("partnerships:quarter-actions", "closed quarter", *READS_TOP),
    Row("partnerships:chase-quarter", "open quarter", *RUNS_READS),
    Row("partnerships:remind-quarter", "open quarter", *RUNS_AT_ONCE),
    Row("partnerships:remind-quarter", "closed quarter", *NOT_NOW),
    Row("partnerships:close-quarter", "open quarter", *RUNS_AT_ONCE),
    Row("partnerships:close-quarter", "closed quarter", *NOT_NOW),
    Row("partnerships:publish-quarter", "closed quarter", *NOT_NOW),
    Row("partnerships:publish-quarter", "open quarter", *NOT_NOW),
    Row("partnerships:reopen-quarter", "closed quarter", *REOPENS),
    Row("partnerships:answer-quarter", "open quarter", *ANSWERS),
    Row("partnerships:answer-quarter", "closed quarter", *ANSWERS),
    Row("partnerships:answer-sheet", "open quarter", *TAKES_SHEET),
    Row("partnerships:answer-sheet", "closed quarter", *TAKES_SHEET),
    Row(
        "partnerships:answer-sheet-file",
        "quarter's sheet",
        "PWE 200, ALOXSUDM 404, - 302",
        "APLWEOXSUDM 405, - 403",
    ),
    Row(
        "partnerships:answer-sheet-preview",
        "uploaded answers",
        "P 200, AWELOXSUDM 404, - 302",
        "P 200, AWELOXSUDM 404, - 403",
    ),
    Row(
        "partnerships:quarterly-answers",
        "",
        "APLWEOXSUDM 200, - 302",
        "APLWEOXSUDM 405, - 403",
    ),
    Row("history:record", "west plan's history", *READS_WEST_ACTION),
    Row("history:record", "west plan action's history", *READS_WEST_ACTION),
)
