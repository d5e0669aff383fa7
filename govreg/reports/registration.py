"""What does the interface show of the reports on the pages of others, and who makes them?"""

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string

from govreg.core.outbox.registry import register_work
from govreg.core.ui import panels, sections
from govreg.core.ui.sections import Section

from .documents.document import NAMES
from .services.asked_issues import KIND, make_asked_report


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


register_work(KIND, make_asked_report)
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
