"""What did a committee decide on a version of a report, and what is on its work programme?"""

from typing import Any

from django.db.models import Prefetch, QuerySet

from govreg.reports.models import CommitteeDecision, FollowUpIssue, WorkProgrammeItem


def decisions_of(issue: FollowUpIssue) -> list[CommitteeDecision]:
    """Return the decisions on a version in their order, each with what follows from it."""
    items = WorkProgrammeItem.objects.select_related("post")
    rows = CommitteeDecision.objects.filter(issue=issue).select_related("recorded_by")
    return list(rows.prefetch_related(Prefetch("programme", items)))


def programme_of(user: Any) -> QuerySet[WorkProgrammeItem]:
    """Return the items that a user may see, with the decision and the report each follows from."""
    found: QuerySet[WorkProgrammeItem] = WorkProgrammeItem.objects.visible_to(user)
    return found.select_related("post", "decision__issue__report").defer(
        "decision__issue__document"
    )
