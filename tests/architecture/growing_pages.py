"""Which rows grow, which pages show them, and who opens each?"""

from collections.abc import Callable
from typing import Any

from tests.people import Cast

from . import (
    growing,
    growing_accountability,
    growing_alignment,
    growing_checklists,
    growing_documents,
    growing_extensions,
    growing_follow_up,
    growing_indicators,
    growing_joint_working,
    growing_meetings,
    growing_memberships,
    growing_money,
    growing_plan_sheets,
    growing_plans,
    growing_reporting,
    growing_reviews,
    growing_risks,
    growing_scrutiny,
    growing_spreadsheets,
    growing_themes,
    growing_windows,
)

NINE = "/recommendations/leeds-2007/9/"
TRUST = "/partnerships/children-leeds/"
DRAFT = "/reviews/west-2008/"
ACTION = "/actions/{action}/"
BODY = f"{TRUST}bodies/{{body}}/"
AGENCY = "/organisations/{agency}/"

#: Rows that grow, and the pages that show them: who opens each, and at which address.
GROWING: list[tuple[Callable[[Cast, int], Any], list[tuple[str, str]]]] = [
    (
        growing.action,
        [
            ("auditor", "/actions/?words=Grown"),
            ("scrutiny_member", "/actions/?words=Grown"),
            ("owner", "/actions/?words=Grown"),
            ("owner", "/actions/mine/"),
            ("owner", NINE),
            ("auditor", NINE),
            ("lead_officer", NINE),
            ("partnerships_officer", "/reports/leeds-2007/action-plan/"),
            ("senior_officer", "/reports/leeds-2007/progress/"),
            ("auditor", "/history/recommendations.recommendation/{nine}/"),
            ("auditor", "/history/?words=Agreed"),
        ],
    ),
    (
        growing.update,
        [
            ("owner", ACTION),
            ("auditor", ACTION),
            ("lead_officer", ACTION),
            ("auditor", "/history/recommendations.recommendation/{nine}/"),
            ("auditor", "/history/?words=Recorded+progress"),
        ],
    ),
    (growing.claim, [("owner", ACTION), ("auditor", ACTION)]),
    (
        growing.recommendation,
        [
            ("auditor", "/recommendations/?words=Grown"),
            ("auditor", DRAFT),
            ("auditor", f"{DRAFT}sections/{{section}}/"),
            ("auditor", "/reports/west-2008/review/"),
            ("auditor", "/search/?words=grown"),
        ],
    ),
    (
        growing.response,
        [
            ("auditor", NINE),
            ("senior_officer", NINE),
            ("lead_officer", NINE),
            ("senior_officer", "/"),
            ("senior_officer", "/digest/"),
        ],
    ),
    (
        growing.section,
        [
            ("auditor", DRAFT),
            ("auditor", f"{DRAFT}sections/{{section}}/"),
            ("auditor", "/reports/west-2008/review/"),
        ],
    ),
    (growing.point, [("auditor", f"{DRAFT}points/finding/"), ("auditor", DRAFT)]),
    (growing.erratum, [("auditor", "/reports/leeds-2007/review/")]),
    (
        growing.organisation,
        [
            ("administrator", "/organisations/?words=Grown"),
            ("scrutiny_member", "/organisations/?words=Grown"),
            ("auditor", "/search/?words=grown"),
        ],
    ),
    (growing.alias, [("administrator", AGENCY)]),
    (
        growing.member,
        [
            ("partnerships_officer", TRUST),
            ("lead_officer", f"{TRUST}members/?words=Grown"),
            ("auditor", "/membership-gaps/?shown=all&export=csv"),
            ("partnerships_officer", BODY),
        ],
    ),
    (
        growing.seat,
        [
            ("partnerships_officer", f"{TRUST}structure/"),
            ("partnerships_officer", f"{TRUST}profile/"),
            ("partnerships_officer", f"{TRUST}as-at/?as-at={{today}}"),
            ("administrator", AGENCY),
            ("partnerships_officer", BODY),
        ],
    ),
    (
        growing.partnership,
        [
            ("partnerships_officer", "/partnerships/?words=Grown"),
            ("partnerships_officer", "/partnerships/overview/?name=Grown"),
            ("auditor", "/membership-gaps/?shown=all"),
            ("partnerships_officer", "/partnerships/overview/?point=exit"),
            ("partnerships_officer", "/partnerships/governance-gaps/"),
            ("partnerships_officer", TRUST),
            ("auditor", "/search/?words=grown"),
        ],
    ),
    (
        growing_checklists.checklist,
        [
            ("partnerships_officer", f"{TRUST}checklists/"),
            ("administrator", "/administration/question-sets/"),
        ],
    ),
    (
        growing_checklists.membership_review,
        [("lead_officer", f"{TRUST}members/")],
    ),
    (
        growing_memberships.required_member,
        [
            ("administrator", "/statutory-members/lists/"),
            ("lead_officer", f"{TRUST}members/statutory/"),
            ("lead_officer", TRUST),
        ],
    ),
    (
        growing_memberships.statutory_partnership,
        [
            ("auditor", "/statutory-members/"),
            ("auditor", "/statutory-members/?standing=missing&export=csv"),
            ("partnerships_officer", "/partnerships/overview/?point=statutory"),
        ],
    ),
    (growing_memberships.chair, [("lead_officer", BODY)]),
    (
        growing_memberships.interest,
        [
            ("lead_officer", f"{TRUST}interests/"),
            ("scrutiny_member", f"{TRUST}interests/?export=csv"),
            ("lead_officer", f"{TRUST}interests/add/"),
        ],
    ),
    (
        growing_documents.document,
        [
            ("scrutiny_member", "/documents/?words=Grown"),
            ("scrutiny_member", "/documents/?words=Grown&review=overdue&export=csv"),
            ("lead_officer", f"{TRUST}documents/"),
            ("lead_officer", f"{TRUST}documents/by-body/"),
            ("partnerships_officer", TRUST),
            ("auditor", "/search/?words=grown"),
        ],
    ),
    (
        growing_documents.version,
        [
            ("lead_officer", f"{TRUST}documents/{{document}}/"),
            ("scrutiny_member", "/history/partnerships.governancedocument/{document}/"),
        ],
    ),
    (
        growing_meetings.meeting,
        [
            ("partnerships_officer", TRUST),
            ("partnerships_officer", f"{TRUST}meetings/"),
            ("partnerships_officer", f"{TRUST}meetings/?sort=body&export=csv"),
            ("lead_officer", BODY),
            ("lead_officer", "/"),
            ("auditor", "/attendance/"),
            ("auditor", "/attendance/?lines=organisation&low=yes"),
            ("auditor", "/meeting-bands/?shown=all"),
        ],
    ),
    (
        growing_meetings.line_of_meeting,
        [
            ("lead_officer", f"{TRUST}meetings/{{meeting}}/"),
            ("lead_officer", f"{TRUST}meetings/{{meeting}}/record/"),
            ("auditor", "/history/partnerships.meeting/{meeting}/"),
            ("auditor", "/search/?words=grown"),
        ],
    ),
    (
        growing_money.arrangement,
        [
            ("auditor", "/money/?words=Grown"),
            ("auditor", "/money/?words=Grown&year=2006/07&sort=spent&export=csv"),
            ("lead_officer", f"{TRUST}money/"),
            ("auditor", "/search/?words=grown"),
        ],
    ),
    (growing_money.line_of_money, [("lead_officer", f"{TRUST}money/{{pool}}/")]),
    (
        growing_money.agreement,
        [("auditor", "/hosting/?words=Grown"), ("lead_officer", f"{TRUST}hosting/")],
    ),
    (growing_money.resource_map, [("auditor", "/resources/")]),
    (
        growing_reviews.review_round,
        [("auditor", "/governance-reviews/"), ("lead_officer", f"{TRUST}governance-reviews/")],
    ),
    (
        growing_reviews.signed_review,
        [
            ("auditor", "/governance-reviews/{round}/?state=signed-off"),
            ("auditor", "/governance-reviews/{round}/?state=signed-off&export=csv"),
            ("auditor", "/governance-reviews/{round}/statement/"),
        ],
    ),
    (
        growing_reviews.remedial_action,
        [
            ("lead_officer", f"{TRUST}governance-reviews/{{review}}/"),
            ("lead_officer", f"{TRUST}governance-reviews/{{review}}/answer/"),
            ("auditor", "/history/partnerships.partnershipreview/{review}/"),
        ],
    ),
    (growing_meetings.intervention, [("auditor", "/attendance/")]),
    (growing_meetings.arrangement, [("lead_officer", BODY)]),
    (growing_meetings.calendar_link, [("auditor", "/calendars/")]),
    *growing_risks.GROWING,
    *growing_spreadsheets.GROWING,
    *growing_alignment.GROWING,
    *growing_reporting.GROWING,
    *growing_plans.GROWING,
    *growing_indicators.GROWING,
    *growing_joint_working.GROWING,
    *growing_accountability.GROWING,
    *growing_extensions.GROWING,
    *growing_follow_up.GROWING,
    *growing_scrutiny.GROWING,
    *growing_themes.GROWING,
    *growing_plan_sheets.GROWING,
    *growing_windows.GROWING,
    (growing.post, [("administrator", "/posts/?title=Grown"), ("administrator", "/posts/{post}/")]),
    (growing.holder, [("administrator", "/posts/{post}/")]),
    (growing.team, [("administrator", "/teams/?name=Grown")]),
    (growing.team_member, [("administrator", "/teams/{team}/")]),
    (
        growing.user,
        [
            ("administrator", "/administration/people/?words=Grown"),
            ("administrator", "/history/?words=Added+a+user"),
        ],
    ),
    (growing.role, [("administrator", "/administration/people/{other_owner}/")]),
    (growing.scale, [("administrator", "/administration/priorities/")]),
    (growing.setting, [("administrator", "/administration/settings/")]),
    (growing.export, [("administrator", "/administration/access-log/?words=Grown")]),
    (growing.redaction, [("administrator", "/administration/redactions/")]),
    (growing.message, [("administrator", "/administration/mail/?words=Grown")]),
    (
        growing.work,
        [("administrator", "/administration/mail/long-work/?words=Grown"), ("auditor", "/")],
    ),
    (
        growing.report,
        [
            ("auditor", "/reports/leeds-2007/"),
            ("scrutiny_member", "/"),
            ("scrutiny_member", "/reviews/leeds-2007/"),
        ],
    ),
]
