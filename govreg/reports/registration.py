"""What does the interface show of the reports on the pages of others?"""

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string

from govreg.core.ui import panels

from .documents.document import NAMES


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


panels.register(page="review", position=40, render=reports_of_review)
