"""What did a committee decide on a version of a report, and what is on its work programme?"""

from typing import Any

from django.db.models import Prefetch, QuerySet

from govreg.reports.models import CommitteeDecision, FollowUpIssue, ScrutinyIssue, WorkProgrammeItem


def decisions_of(issue: FollowUpIssue | ScrutinyIssue) -> list[CommitteeDecision]:
    """Return the decisions on a version in their order, each with what follows from it."""
    items = WorkProgrammeItem.objects.select_related("post")
    on = "scrutiny_issue" if isinstance(issue, ScrutinyIssue) else "issue"
    rows = CommitteeDecision.objects.filter(**{on: issue}).select_related("recorded_by")
    return list(rows.prefetch_related(Prefetch("programme", items)))


def programme_of(user: Any) -> QuerySet[WorkProgrammeItem]:
    """Return the items that a user may see, with the decision and the report each follows from."""
    found: QuerySet[WorkProgrammeItem] = WorkProgrammeItem.objects.visible_to(user)
    needs = ("decision__issue__report", "decision__scrutiny_issue__report")
    documents = ("decision__issue__document", "decision__scrutiny_issue__document")
    return found.select_related("post", *needs).defer(*documents)
