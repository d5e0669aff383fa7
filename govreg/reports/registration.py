"""What does the interface show of the reports on the pages of others, and who makes them?"""

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string

from govreg.core.access import Permission
from govreg.core.history import subjects
from govreg.core.outbox.registry import register_work
from govreg.core.search import index
from govreg.core.ui import navigation, panels, sections
from govreg.core.ui.navigation import NavigationItem
from govreg.core.ui.sections import Section

from .documents.document import NAMES
from .services.asked_issues import KIND, make_asked_report
from .services.follow_up import KIND as FOLLOW_UP
from .services.follow_up import make_asked_issue
from .services.scrutiny_issues import KIND as SCRUTINY
from .services.scrutiny_issues import make_asked_scrutiny
from .services.searching import (
    enter_scrutiny_issue,
    enter_scrutiny_report,
    enter_scrutiny_section,
)


def reports_of_review(request: HttpRequest, review: Any) -> str:
    """Show the reports of a review and the last issued version of each."""
    from .queries.issues import issues_of

    newest: dict[str, Any] = {}
    for issue in issues_of(review):
        newest.setdefault(issue.kind, issue)
    rows = [(kind, name, newest.get(kind)) for kind, name in NAMES.items()]
    return render_to_string(
        "reports/screen/panel.html", {"review": review, "rows": rows}, request=request
    )


def changes_of_partnership(request: HttpRequest, partnership: Any) -> str:
    """Lead to what changed of a partnership between two days."""
    context = {"partnership": partnership}
    return render_to_string("reports/screen/changes_link.html", context, request=request)


register_work(KIND, make_asked_report)
panels.register(page="partnership", position=60, render=changes_of_partnership)
register_work(FOLLOW_UP, make_asked_issue)
register_work(SCRUTINY, make_asked_scrutiny)
navigation.register(
    NavigationItem(
        "Follow-up",
        "follow-up:reports",
        permission=Permission.VIEW_ISSUED_REVIEWS,
        position=45,
        covers="follow-up",
    )
)
sections.register(Section("reports", "Follow-up reports", "follow-up:reports", 10), of="follow-up")
sections.register(Section("programme", "Work programme", "follow-up:programme", 20), of="follow-up")
sections.register(Section("changes", "What changed", "follow-up:what-changed", 30), of="follow-up")
subjects.register("reports.followupreport", label="Follow-up report")
subjects.register("reports.scrutinyreport", label="Scrutiny report")
index.register("reports.scrutinyreport", label="Scrutiny report", enter=enter_scrutiny_report)
index.register(
    "reports.scrutinysection",
    label="Section of a draft scrutiny report",
    enter=enter_scrutiny_section,
)
index.register("reports.scrutinyissue", label="Issued scrutiny report", enter=enter_scrutiny_issue)
navigation.register(
    NavigationItem(
        "Scrutiny",
        "scrutiny:reports",
        permission=Permission.VIEW_PARTNERSHIPS,
        position=46,
        covers="scrutiny",
    )
)
sections.register(
    Section("profile", "Profile", "partnership-papers:profile", 1025, "Overview"), of="partnership"
)
sections.register(
    Section(
        "significant",
        "Significant partnerships",
        "partnership-papers:significant",
        1045,
        "All partnerships",
    ),
    of="partnerships",
)
panels.register(page="review", position=40, render=reports_of_review)
