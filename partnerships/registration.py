"""What does the interface show of this register on pages of its own and of others?"""

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
    enter_commissioning,
    enter_decision,
    enter_document,
    enter_document_file,
    enter_engagement,
    enter_funding,
    enter_good_practice,
    enter_hosting,
    enter_interest,
    enter_organisation,
    enter_partnership,
    enter_risk,
)
from .views.chairs import chair_panel
from .views.meeting_panels import body_panel

navigation.register(
    NavigationItem("Partnerships", "partnerships:list", Permission.VIEW_PARTNERSHIPS, 20)
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
index.register("partnerships.interest", label="Interest", enter=enter_interest)
index.register("partnerships.engagement", label="Engagement", enter=enter_engagement)
index.register("partnerships.goodpractice", label="Good practice", enter=enter_good_practice)
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
subjects.register("partnerships.risk", label="Risk")
subjects.register("partnerships.strategicframework", label="Strategic framework")
subjects.register("partnerships.reviewround", label="Round of yearly reviews")
subjects.register("partnerships.partnershipreview", label="Yearly review")
subjects.register("partnerships.commissioningdecision", label="Commissioning decision")
subjects.register_hidden(hidden_rows)

panels.register(page="body", position=5, render=chair_panel)
panels.register(page="body", position=10, render=body_panel)

for _position, (_key, _label, _page) in enumerate(
    [
        ("overview", "Overview", "partnership"),
        ("particulars", "Particulars", "particulars"),
        ("structure", "Structure", "structure"),
        ("members", "Members", "members"),
        ("interests", "Interests", "interests"),
        ("meetings", "Meetings", "meetings"),
        ("documents", "Documents", "partnership-documents"),
        ("money", "Money", "money"),
        ("hosting", "Hosting", "hosting-agreements"),
        ("checklists", "Checklists", "checklists"),
        ("risks", "Risks", "risks"),
        ("alignment", "Alignment", "alignment"),
        ("reporting", "Reporting", "reporting"),
        ("communications", "Communications", "communications"),
        ("information-sharing", "Information sharing", "information-sharing"),
        ("engagement", "Engagement", "engagement"),
        ("good-practice", "Good practice", "good-practice"),
        ("accountability", "Accountability", "accountability"),
        ("governance-reviews", "Yearly review", "governance-reviews"),
        ("spreadsheets", "Spreadsheets", "spreadsheets"),
    ]
):
    sections.register(
        Section(_key, _label, f"partnerships:{_page}", 10 * (_position + 1)), of="partnership"
    )

sections.register(Section("as-at", "Past", "partnerships:as-at", 930), of="partnership")

retention.register(
    "memberships", title="Memberships that ended", due=memberships_ended_before, line=line_of
)
