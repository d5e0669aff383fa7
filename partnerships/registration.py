"""What does the interface show of this register on pages of its own and of others?"""

from typing import Any

from govreg.core.access import Permission
from govreg.core.council import retention
from govreg.core.history import subjects
from govreg.core.search import index
from govreg.core.ui import navigation, panels, sections
from govreg.core.ui.navigation import NavigationItem
from govreg.core.ui.sections import Section

from .queries.exempt_history import hidden_rows
from .queries.retention import line_of, memberships_ended_before
from .services.searching import (
    enter_body,
    enter_case_study,
    enter_commissioning,
    enter_decision,
    enter_document,
    enter_document_file,
    enter_engagement,
    enter_funding,
    enter_good_practice,
    enter_hosting,
    enter_indicator,
    enter_interest,
    enter_organisation,
    enter_partnership,
    enter_plan,
    enter_plan_action,
    enter_risk,
)
from .views.chairs import chair_panel
from .views.meeting_panels import body_panel

navigation.register(
    NavigationItem(
        "Partnerships",
        "partnerships:list",
        Permission.VIEW_PARTNERSHIPS,
        20,
        covers="partnerships",
    )
)

navigation.register(
    NavigationItem(
        "Quarterly answers", "partnerships:quarterly-answers", Permission.ANSWER_PLANS, 25
    )
)

index.register("partnerships.partnership", label="Partnership", enter=enter_partnership)
index.register("partnerships.body", label="Body", enter=enter_body)
index.register("partnerships.organisation", label="Organisation", enter=enter_organisation)
index.register("partnerships.decision", label="Decision", enter=enter_decision)
index.register("partnerships.governancedocument", label="Document", enter=enter_document)
index.register(
    "partnerships.documentfile", label="Text of a document’s file", enter=enter_document_file
)
index.register("partnerships.fundingarrangement", label="Funding", enter=enter_funding)
index.register("partnerships.hostingagreement", label="Hosting agreement", enter=enter_hosting)
index.register("partnerships.indicator", label="Indicator", enter=enter_indicator)
index.register("partnerships.interest", label="Interest", enter=enter_interest)
index.register("partnerships.engagement", label="Engagement", enter=enter_engagement)
index.register("partnerships.goodpractice", label="Good practice", enter=enter_good_practice)
index.register("partnerships.casestudy", label="Case study", enter=enter_case_study)
index.register("partnerships.plan", label="Plan", enter=enter_plan)
index.register("partnerships.planaction", label="Action of a plan", enter=enter_plan_action)
index.register("partnerships.risk", label="Risk", enter=enter_risk)
index.register(
    "partnerships.commissioningdecision",
    label="Commissioning decision",
    enter=enter_commissioning,
)

subjects.register("partnerships.partnership", label="Partnership")
subjects.register("partnerships.body", label="Body")
subjects.register("partnerships.organisation", label="Organisation")
subjects.register("partnerships.post", label="Post")
subjects.register("partnerships.team", label="Team")
subjects.register("partnerships.requiredmember", label="Statutory member")
subjects.register("partnerships.interest", label="Interest")
subjects.register("partnerships.meeting", label="Meeting")
subjects.register("partnerships.governancedocument", label="Document")
subjects.register("partnerships.fundingarrangement", label="Funding")
subjects.register("partnerships.hostingagreement", label="Hosting agreement")
subjects.register("partnerships.resourcemap", label="Resource map")
subjects.register("partnerships.engagement", label="Engagement")
subjects.register("partnerships.goodpractice", label="Good practice")
subjects.register("partnerships.casestudy", label="Case study")
subjects.register("partnerships.plan", label="Plan")
subjects.register("partnerships.indicator", label="Indicator")
subjects.register("partnerships.area", label="Area")
subjects.register("partnerships.planaction", label="Action of a plan")
subjects.register("partnerships.reportingquarter", label="Quarter of a plan")
subjects.register("partnerships.risk", label="Risk")
subjects.register("partnerships.strategicframework", label="Strategic framework")
subjects.register("partnerships.reviewround", label="Round of yearly reviews")
subjects.register("partnerships.partnershipreview", label="Yearly review")
subjects.register("partnerships.commissioningdecision", label="Commissioning decision")
subjects.register_hidden(hidden_rows)

panels.register(page="body", position=5, render=chair_panel)
panels.register(page="body", position=10, render=body_panel)

#: The pages of one partnership: group, then its pages as key, label and the name of the address.
_PAGES = (
    (
        "Overview",
        ("overview", "Overview", "partnership"),
        ("particulars", "Particulars", "particulars"),
        ("spreadsheets", "Spreadsheets", "spreadsheets"),
        ("as-at", "On a past day", "as-at"),
    ),
    (
        "People and meetings",
        ("structure", "Structure", "structure"),
        ("members", "Members", "members"),
        ("meetings", "Meetings", "meetings"),
        ("interests", "Interests", "interests"),
    ),
    (
        "Documents",
        ("documents", "Documents", "partnership-documents"),
        ("checklists", "Checklists", "checklists"),
        ("information-sharing", "Information sharing", "information-sharing"),
    ),
    (
        "Money and risks",
        ("money", "Money", "money"),
        ("hosting", "Hosting", "hosting-agreements"),
        ("risks", "Risks", "risks"),
    ),
    (
        "Working together",
        ("alignment", "Alignment", "alignment"),
        ("reporting", "Reporting", "reporting"),
        ("communications", "Communications", "communications"),
        ("engagement", "Engagement", "engagement"),
        ("good-practice", "Good practice", "good-practice"),
        ("accountability", "Accountability", "accountability"),
    ),
    (
        "Plans and performance",
        ("plans", "Plans", "partnership-plans"),
        ("indicators", "Indicators", "partnership-indicators"),
        ("area-comparison", "Area comparison", "area-comparison"),
        ("performance", "Performance", "performance"),
        ("case-studies", "Case studies", "case-studies"),
    ),
    ("Reviews", ("governance-reviews", "Yearly review", "governance-reviews")),
)
#: The pages across all partnerships, in the same way.
_PAGES_ACROSS = (
    (
        "All partnerships",
        ("list", "Partnerships", "list"),
        ("overview", "Governance overview", "overview"),
        ("governance-gaps", "Governance gaps", "governance-gaps"),
        ("review-rounds", "Yearly reviews", "review-rounds"),
    ),
    (
        "People",
        ("organisations", "Organisations", "organisations"),
        ("posts", "Posts", "posts"),
        ("teams", "Teams", "teams"),
        ("gaps", "Membership gaps", "gaps"),
        ("statutory-members", "Statutory members", "statutory-members"),
    ),
    (
        "Meetings",
        ("attendance", "Attendance", "attendance"),
        ("meeting-bands", "How often bodies meet", "meeting-bands"),
        ("calendars", "Meetings in your calendar", "calendars"),
    ),
    ("Documents", ("documents", "Documents", "documents")),
    (
        "Money and risks",
        ("money", "Money", "all-money"),
        ("resource-maps", "Resource maps", "resource-maps"),
        ("hosting", "Hosting agreements", "all-hosting"),
        ("risks", "Risks", "all-risks"),
    ),
    (
        "Working together",
        ("alignment", "Alignment", "all-alignment"),
        ("frameworks", "Strategic frameworks", "frameworks"),
        ("reporting", "Reporting", "all-reporting"),
        ("communications", "Communications due", "all-communications"),
        ("good-practice", "Good practice", "all-good-practice"),
    ),
    (
        "Plans and performance",
        ("plans", "Plans", "plans"),
        ("indicators", "Indicators", "indicators"),
        ("areas", "Areas", "areas"),
        ("case-studies", "Case studies", "all-case-studies"),
    ),
)


def _register_pages(kind: str, groups: Any) -> None:
    """Give the pages of a sort their places; others may stand between them, ten steps apart."""
    for number, (group, *pages) in enumerate(groups, 1):
        for place, (key, label, page) in enumerate(pages, 1):
            position = 1000 * number + 10 * place
            sections.register(Section(key, label, f"partnerships:{page}", position, group), of=kind)


_register_pages("partnership", _PAGES)
_register_pages("partnerships", _PAGES_ACROSS)

retention.register(
    "memberships", title="Memberships that ended", due=memberships_ended_before, line=line_of
)
