"""Who is answered how on the pages of signing in and of one's own account?

Written as in the access table, which these lines are part of. Nobody in it has a second factor;
what a session reaches that awaits one is told in tests/core/accounts/test_half_signed_in.py.
"""

from .access_rows import Row

#: Anybody reads.
PUBLIC_READ = ("APLWEOXSUDM- 200", "APLWEOXSUDM- 405")
#: Every signed-in person reads; what is on the page is theirs.
EVERYBODY_READS = ("APLWEOXSUDM 200, - 302", "APLWEOXSUDM 405, - 403")
#: Every signed-in person, about their own account.
EVERYBODY_DOES = ("APLWEOXSUDM 200, - 302", "APLWEOXSUDM 200, - 403")
#: Refused to everybody by a rule, in its words.
NOBODY_NOW = ("APLWEOXSUDM 403, - 302", "APLWEOXSUDM- 403")

ACCOUNT_ROWS: tuple[Row, ...] = (
    Row("accounts:sign-in", "", "APLWEOXSUDM 302, - 200", "APLWEOXSUDM 302, - 200"),
    Row("accounts:code", "", "APLWEOXSUDM- 302", "APLWEOXSUDM 302, - 403"),
    Row("accounts:recovery-code", "", "APLWEOXSUDM- 302", "APLWEOXSUDM 302, - 403"),
    Row("accounts:council-account", "", "APLWEOXSUDM- 404", "APLWEOXSUDM- 405"),
    Row("accounts:council-return", "", "APLWEOXSUDM- 404", "APLWEOXSUDM- 405"),
    Row("accounts:account", "", *EVERYBODY_READS),
    Row("accounts:change-password", "", *EVERYBODY_DOES),
    Row("accounts:sign-out-elsewhere", "", "APLWEOXSUDM 200, - 302", "APLWEOXSUDM 302, - 403"),
    Row("accounts:set-up-factor", "", *EVERYBODY_DOES),
    Row("accounts:replace-factor", "", *NOBODY_NOW),
    Row("accounts:remove-factor", "", *NOBODY_NOW),
    Row("accounts:recovery-codes", "", *NOBODY_NOW),
    Row("accounts:sign-out", "", "APLWEOXSUDM- 405", "APLWEOXSUDM- 302"),
    Row("accounts:forgotten-password", "", "APLWEOXSUDM- 200", "APLWEOXSUDM- 200"),
    Row("accounts:link-sent", "", *PUBLIC_READ),
    Row("accounts:set-password", "reset link", "APLWEOXSUDM- 200", "APLWEOXSUDM- 200"),
    Row("accounts:password-set", "", *PUBLIC_READ),
)
