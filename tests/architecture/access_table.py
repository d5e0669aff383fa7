"""Who is answered how at which address?

A administrator, P partnerships officer, L lead officer of the trust, W and E area managers of West
and East, O owner of a line of the trust, X owner of another, S senior officer, U auditor,
D democratic services, M scrutiny member, - a stranger.
200 answered, 302 to the sign-in page (GET) or done (POST), 403 refused in words, 404 not theirs to
know of, 405 only read. A POST carries nothing, so a form that may be sent answers 200 with errors.
"""

from .access_rows import Row
from .account_rows import ACCOUNT_ROWS, EVERYBODY_READS, NOBODY_NOW, PUBLIC_READ
from .meeting_rows import MEETING_ROWS

#: The administrator alone.
ADMINISTRATOR = ("A 200, PLWEOXSUDM 403, - 302", "A 200, PLWEOXSUDM- 403")
#: Whoever sees partnerships; an action owner does not.
SEES_PARTNERSHIPS = ("APLWESUDM 200, OX 403, - 302", "APLWESUDM 200, OX- 403")
#: West is hidden from those of other partnerships.
READS_WEST = ("APWSUDM 200, LE 404, OX 403, - 302", "APWSUDM 200, LE 404, OX- 403")
#: The trust is hidden from the area managers.
READS_TRUST = ("APLSUDM 200, WE 404, OX 403, - 302", "APLSUDM 200, WE 404, OX- 403")
#: Kept by the partnerships officer; the trust's lead does not see it.
KEEPS_WEST = ("AWEOXSUDM 403, P 200, L 404, - 302", "AWEOXSUDM- 403, P 200, L 404")
#: Kept by the partnerships officer and the trust's lead.
KEEPS_TRUST = ("AWEOXSUDM 403, PL 200, - 302", "AWEOXSUDM- 403, PL 200")
#: West's bodies and members: its area manager too.
WEST_MEMBERS = ("AOXSUDM 403, PW 200, LE 404, - 302", "AOXSUDM- 403, PW 200, LE 404")
#: The trust's bodies and members: no area manager.
TRUST_MEMBERS = ("AOXSUDM 403, PL 200, WE 404, - 302", "AOXSUDM- 403, PL 200, WE 404")
#: The auditor alone.
AUDITOR = ("APLWEOXSDM 403, U 200, - 302", "APLWEOXSDM- 403, U 200")
#: An issued review of the trust.
READS_TRUST_REVIEW = ("APLSUDM 200, WE 404, OX 403, - 302", "APLWESUDM 405, OX- 403")
#: A draft is its auditor's.
READS_DRAFT_REVIEW = ("APLWESDM 404, OX 403, U 200, - 302", "APLWESUDM 405, OX- 403")
#: A line of the trust: its owner too, another owner not.
READS_TRUST_LINE = ("APLOSUDM 200, WEX 404, - 302", "APLWEOXSUDM 405, - 403")
#: The administrator alone, and with nothing to type.
TRIES_AGAIN = ("A 200, PLWEOXSUDM 403, - 302", "A 302, PLWEOXSUDM- 403")
#: Long work is seen by who asked for it, here the auditor, and by the administrator.
OWN_WORK = ("AU 200, PLWEOXSDM 404, - 302", "APLWEOXSUDM 405, - 403")

ROWS: tuple[Row, ...] = (
    *ACCOUNT_ROWS,
    *MEETING_ROWS,
    Row("ui:theme", "", *PUBLIC_READ),
    Row("ui:accessibility-statement", "", *PUBLIC_READ),
    Row("ui:security-contact", "", "APLWEOXSUDM- 404", "APLWEOXSUDM- 405"),
    Row("home", "", *EVERYBODY_READS),
    Row("search", "", *EVERYBODY_READS),
    Row("health", "", *PUBLIC_READ),
    Row("ready", "", *PUBLIC_READ),
    Row("administration:index", "", *ADMINISTRATOR),
    Row("administration:roles", "", "APLWEOXSUDM 200, - 302", "APLWEOXSUDM 200, - 403"),
    Row("administration:access-log", "", *ADMINISTRATOR),
    Row("administration:mail", "", *ADMINISTRATOR),
    Row("administration:send-again", "failed message", *TRIES_AGAIN),
    Row("administration:send-again", "wiped message", *NOBODY_NOW),
    Row("administration:long-work", "", *ADMINISTRATOR),
    Row("administration:make-again", "failed work", *TRIES_AGAIN),
    Row("administration:make-again", "work", *NOBODY_NOW),
    Row("administration:redactions", "", *ADMINISTRATOR),
    Row("administration:redact", "", *ADMINISTRATOR),
    Row("administration:retention", "", *ADMINISTRATOR),
    Row("administration:retention-due", "", *ADMINISTRATOR),
    Row("administration:decide-retention", "retention", *ADMINISTRATOR),
    Row("administration:second-factor", "", *ADMINISTRATOR),
    Row("administration:decide-second-factor", "role", *ADMINISTRATOR),
    Row("administration:settings", "", *ADMINISTRATOR),
    Row("administration:decide-setting", "setting", *ADMINISTRATOR),
    Row("people:users", "", *ADMINISTRATOR),
    Row("people:add", "", *ADMINISTRATOR),
    Row("people:user", "user", *ADMINISTRATOR),
    Row("people:change", "user", *ADMINISTRATOR),
    Row("people:deactivate", "user", *ADMINISTRATOR),
    Row("people:reactivate", "user", *ADMINISTRATOR),
    Row("people:reset-second-factor", "user with a factor", *ADMINISTRATOR),
    Row("people:reset-second-factor", "user", *NOBODY_NOW),
    Row("people:give-role", "user", *ADMINISTRATOR),
    Row("people:end-role", "user's role", *ADMINISTRATOR),
    Row("priorities:scales", "", "AU 200, PLWEOXSDM 403, - 302", "AU 200, PLWEOXSDM- 403"),
    Row("priorities:add", "", *ADMINISTRATOR),
    Row("priorities:scale", "scale", "AU 200, PLWEOXSDM 403, - 302", "AU 200, PLWEOXSDM- 403"),
    Row("priorities:change", "scale", *ADMINISTRATOR),
    Row("partnerships:list", "", *SEES_PARTNERSHIPS),
    Row("partnerships:add", "", "ALWEOXSUDM 403, P 200, - 302", "ALWEOXSUDM- 403, P 200"),
    Row("partnerships:partnership", "west", *READS_WEST),
    Row("partnerships:partnership", "trust", *READS_TRUST),
    Row("partnerships:change", "west", *KEEPS_WEST),
    Row("partnerships:change", "trust", *KEEPS_TRUST),
    Row("partnerships:add-name", "west", *KEEPS_WEST),
    Row("partnerships:add-name", "trust", *KEEPS_TRUST),
    Row("partnerships:remove-name", "west name", *KEEPS_WEST),
    Row("partnerships:remove-name", "trust name", *KEEPS_TRUST),
    Row("partnerships:add-body", "west", *WEST_MEMBERS),
    Row("partnerships:add-body", "trust", *TRUST_MEMBERS),
    Row("partnerships:body", "west body", *READS_WEST),
    Row("partnerships:body", "trust body", *READS_TRUST),
    Row("partnerships:change-body", "west body", *WEST_MEMBERS),
    Row("partnerships:change-body", "trust body", *TRUST_MEMBERS),
    Row("partnerships:members", "west", *READS_WEST),
    Row("partnerships:members", "trust", *READS_TRUST),
    Row("partnerships:add-member", "west", *WEST_MEMBERS),
    Row("partnerships:add-member", "trust", *TRUST_MEMBERS),
    Row("partnerships:add-several-members", "west", *WEST_MEMBERS),
    Row("partnerships:add-several-members", "trust", *TRUST_MEMBERS),
    Row("partnerships:member", "west member", *READS_WEST),
    Row("partnerships:member", "trust member", *READS_TRUST),
    Row("partnerships:correct-member", "west member", *WEST_MEMBERS),
    Row("partnerships:correct-member", "trust member", *TRUST_MEMBERS),
    Row("partnerships:end-member", "west member", *WEST_MEMBERS),
    Row("partnerships:end-member", "trust member", *TRUST_MEMBERS),
    Row("partnerships:organisations", "", *SEES_PARTNERSHIPS),
    Row("partnerships:add-organisation", "", *ADMINISTRATOR),
    Row("partnerships:organisation", "organisation", *SEES_PARTNERSHIPS),
    Row("partnerships:change-organisation", "organisation", *ADMINISTRATOR),
    Row("partnerships:add-organisation-name", "organisation", *ADMINISTRATOR),
    Row("partnerships:remove-organisation-name", "organisation name", *ADMINISTRATOR),
    Row("partnerships:choose-merge", "organisation", *ADMINISTRATOR),
    Row("partnerships:merge", "merge", *ADMINISTRATOR),
    Row("partnerships:posts", "", *SEES_PARTNERSHIPS),
    Row("partnerships:add-post", "", *ADMINISTRATOR),
    Row("partnerships:post", "post", *SEES_PARTNERSHIPS),
    Row("partnerships:change-post", "post", *ADMINISTRATOR),
    Row("partnerships:appoint", "post", *ADMINISTRATOR),
    Row("partnerships:end-holding", "post holder", *ADMINISTRATOR),
    Row("partnerships:teams", "", *SEES_PARTNERSHIPS),
    Row("partnerships:add-team", "", *ADMINISTRATOR),
    Row("partnerships:team", "team", *SEES_PARTNERSHIPS),
    Row("partnerships:change-team", "team", *ADMINISTRATOR),
    Row("partnerships:join-team", "team", *ADMINISTRATOR),
    Row("partnerships:leave-team", "team member", *ADMINISTRATOR),
    Row("reviews:list", "", "APLWESUDM 200, OX 403, - 302", "APLWESUDM 405, OX- 403"),
    Row("reviews:begin", "", *AUDITOR),
    Row("reviews:review", "issued", *READS_TRUST_REVIEW),
    Row("reviews:review", "draft", *READS_DRAFT_REVIEW),
    Row(
        "reviews:review",
        "discussed",
        "APSU 200, LWEDM 404, OX 403, - 302",
        "APLWESUDM 405, OX- 403",
    ),
    Row("reviews:change", "draft", *AUDITOR),
    Row("reviews:change", "issued", *NOBODY_NOW),
    Row("reviews:discuss", "draft", *AUDITOR),
    Row("reviews:discuss", "issued", *NOBODY_NOW),
    Row("reviews:contact", "draft step", *AUDITOR),
    Row("reviews:add-section", "draft", *AUDITOR),
    Row("reviews:section", "issued section", *READS_TRUST_REVIEW),
    Row("reviews:section", "draft section", *READS_DRAFT_REVIEW),
    Row("reviews:write-section", "draft section", *AUDITOR),
    Row("reviews:write-section", "issued section", *NOBODY_NOW),
    Row("reviews:move-section", "draft section", *AUDITOR),
    Row("reviews:remove-section", "draft section", *AUDITOR),
    Row("reviews:points", "draft points", *AUDITOR),
    Row("reviews:write-point", "draft point", *AUDITOR),
    Row("reviews:move-point", "draft point", *AUDITOR),
    Row("reviews:remove-point", "draft point", *AUDITOR),
    Row("recommendations:tracker", "", *EVERYBODY_READS),
    Row("recommendations:add", "draft", *AUDITOR),
    Row("recommendations:add", "issued", *NOBODY_NOW),
    Row("recommendations:recommendation", "trust recommendation", *READS_TRUST_LINE),
    Row(
        "recommendations:recommendation",
        "areas recommendation",
        "APWESUDM 200, LOX 404, - 302",
        "APLWEOXSUDM 405, - 403",
    ),
    Row(
        "recommendations:recommendation",
        "draft recommendation",
        "APLWEOXSDM 404, U 200, - 302",
        "APLWEOXSUDM 405, - 403",
    ),
    Row(
        "recommendations:recommendation",
        "discussed recommendation",
        "APSU 200, LWEOXDM 404, - 302",
        "APLWEOXSUDM 405, - 403",
    ),
    Row("recommendations:change", "draft recommendation", *AUDITOR),
    Row("recommendations:change", "trust recommendation", *NOBODY_NOW),
    Row("recommendations:end", "trust recommendation", *AUDITOR),
    Row("recommendations:respond", "trust recommendation", *KEEPS_TRUST),
    Row("recommendations:respond", "areas recommendation", *KEEPS_WEST),
    Row("recommendations:respond", "discussed recommendation", *KEEPS_WEST),
    Row("recommendations:change-response", "unapproved response", *KEEPS_WEST),
    Row("recommendations:change-response", "trust response", *NOBODY_NOW),
    Row(
        "recommendations:approve",
        "unapproved response",
        "APLWEOXUDM 403, S 200, - 302",
        "APLWEOXUDM- 403, S 200",
    ),
    Row("recommendations:approve", "trust response", *NOBODY_NOW),
    Row("recommendations:replace", "trust response", *KEEPS_TRUST),
    Row("recommendations:agree", "trust response", *KEEPS_TRUST),
    Row("recommendations:agree", "unapproved response", *KEEPS_WEST),
    Row("recommendations:actions", "", *EVERYBODY_READS),
    Row("recommendations:mine", "", *EVERYBODY_READS),
    Row("recommendations:waiting", "", "APLWEOXSDM 403, U 200, - 302", "APLWEOXSDM- 403, U 405"),
    Row("recommendations:action", "trust action", *READS_TRUST_LINE),
    Row(
        "recommendations:action",
        "areas action",
        "APWESUDM 200, LOX 404, - 302",
        "APLWEOXSUDM 405, - 403",
    ),
    Row("recommendations:change-action", "trust action", *KEEPS_TRUST),
    Row(
        "recommendations:update",
        "trust action",
        "ASUDM 403, PLO 200, WEX 404, - 302",
        "ASUDM- 403, PLO 200, WEX 404",
    ),
    Row(
        "recommendations:update",
        "areas action",
        "ASUDM 403, PWE 200, LOX 404, - 302",
        "ASUDM- 403, PWE 200, LOX 404",
    ),
    Row(
        "recommendations:update",
        "closed action",
        "APLOSUDM 403, WEX 404, - 302",
        "APLOSUDM- 403, WEX 404",
    ),
    Row(
        "recommendations:claim",
        "trust action",
        "ASUDM 403, PLO 200, WEX 404, - 302",
        "ASUDM- 403, PLO 200, WEX 404",
    ),
    Row(
        "recommendations:claim",
        "areas action",
        "APWESUDM 403, LOX 404, - 302",
        "APWESUDM- 403, LOX 404",
    ),
    Row("recommendations:verify", "claimed action", *AUDITOR),
    Row("recommendations:verify", "trust action", *NOBODY_NOW),
    Row("recommendations:reopen", "closed action", *AUDITOR),
    Row(
        "recommendations:accept-risk",
        "trust action",
        "APLWEOXUDM 403, S 200, - 302",
        "APLWEOXUDM- 403, S 200",
    ),
    Row(
        "recommendations:discard",
        "owner's draft",
        "APLWEXSUDM 404, O 200, - 302",
        "APLWEXSUDM 404, O 200, - 403",
    ),
    Row("recommendations:evidence", "evidence", *READS_TRUST_LINE),
    Row(
        "recommendations:evidence",
        "draft's evidence",
        "APLWEXSUDM 404, O 200, - 302",
        "APLWEOXSUDM 405, - 403",
    ),
    Row("recommendations:issue-review", "discussed", *AUDITOR),
    Row("recommendations:issue-review", "draft", *NOBODY_NOW),
    Row("recommendations:close-review", "issued", *NOBODY_NOW),
    Row(
        "recommendations:errata",
        "issued",
        "APLWEOXSDM 403, U 200, - 302",
        "APLWEOXSDM- 403, U 405",
    ),
    Row("recommendations:errata", "draft", "APLWEOXSUDM 403, - 302", "APLWEOXSDM- 403, U 405"),
    Row("recommendations:erratum", "issued erratum", *AUDITOR),
    Row("reports:issues", "issued", *READS_TRUST_REVIEW),
    Row("reports:issues", "draft", *READS_DRAFT_REVIEW),
    Row("reports:read", "report", *READS_TRUST_REVIEW),
    Row("reports:pdf", "report", *READS_TRUST_REVIEW),
    Row("reports:issue", "report", "ALWEOXSM 403, PUD 200, - 302", "ALWEOXSM- 403, PUD 200"),
    Row("reports:compare", "report", *READS_TRUST_REVIEW),
    Row("reports:version", "version", *READS_TRUST_REVIEW),
    Row("reports:version-pdf", "version", *READS_TRUST_REVIEW),
    Row("outbox:work", "work", *OWN_WORK),
    Row("outbox:work", "failed work", *OWN_WORK),
    Row("outbox:work", "work that is ready", *OWN_WORK),
    Row("outbox:state", "work", *OWN_WORK),
    Row("history:register", "", "APLWESUDM 200, OX 403, - 302", "APLWESUDM 405, OX- 403"),
    Row("history:record", "trust history", *READS_TRUST_LINE),
    Row(
        "history:record",
        "west entry's history",
        "APWSUDM 200, LEOX 404, - 302",
        "APLWEOXSUDM 405, - 403",
    ),
    Row(
        "history:record",
        "trust entry's history",
        "APLSUDM 200, WEOX 404, - 302",
        "APLWEOXSUDM 405, - 403",
    ),
    Row("history:record", "unknown history", "APLWEOXSUDM 404, - 302", "APLWEOXSUDM 405, - 403"),
)
