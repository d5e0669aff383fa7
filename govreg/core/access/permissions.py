"""What can a person be allowed to do?"""

from enum import StrEnum


class Permission(StrEnum):
    """Everything the register asks leave for. The value is what a person reads."""

    VIEW_PARTNERSHIPS = "See partnerships, their bodies and members"
    KEEP_PARTNERSHIPS = "Add and change partnerships"
    KEEP_MEMBERSHIP = "Keep bodies, members, meetings, attendance and governance documents"
    KEEP_PLANS = "Keep plans, their actions and indicators"
    ANSWER_PLANS = "Answer each quarter for the plan actions that their organisation leads"
    RUN_QUARTERS = "Open, chase, close and publish the quarters of plans"
    REOPEN_QUARTERS = "Reopen a closed quarter of a plan"
    VIEW_EXEMPT = "See what is exempt from publication"
    VIEW_ISSUED_REVIEWS = "See issued reviews and their recommendations"
    VIEW_DISCUSSED_REVIEWS = "See reviews that are being discussed"
    WRITE_REVIEWS = "Write, issue and correct reviews"
    WRITE_RESPONSES = "Write management responses and agreed actions"
    APPROVE_RESPONSES = "Approve management responses"
    RECORD_PROGRESS = "Record progress on any agreed action in scope"
    KEEP_WINDOWS = "Plan update windows and open them"
    VERIFY = "Verify implementation, close and reopen"
    ACCEPT_RISK = "Accept the risk of an action that will not be done"
    RECORD_DECISIONS = "Record what committees decided"
    ISSUE_REPORTS = "Issue reports"
    VIEW_HISTORY = "Read the history of the register"
    ADMINISTER_PEOPLE = "Keep users and the roles they hold"
    ADMINISTER_REFERENCE = "Keep organisations, posts, teams, scales and settings"
    KEEP_OUTBOX = "See what mail was sent and what work was done, and try again what failed"
    VIEW_ACCESS_LOG = "Read the log of sign-ins, downloads and exports"
    REDACT = "Remove a person’s data from the register, by law"
