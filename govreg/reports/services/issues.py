"""How is a report frozen as a version that never changes again?"""

from datetime import date
from typing import Any

from django.urls import reverse

from govreg.core import clock
from govreg.core.access import Permission
from govreg.core.editing.versions import locked
from govreg.core.history.change import change
from govreg.core.history.seal import latest_seal
from govreg.core.outbox.doing import Task
from govreg.core.refusals import Refusal, Refused, enforce
from govreg.reports.documents.build import build_review
from govreg.reports.documents.freezing import to_json
from govreg.reports.models import ReportIssue
from govreg.reports.queries.issues import latest_number
from govreg.reports.rendering.imprint import issued
from govreg.reports.rendering.paper import pdf_of
from govreg.reports.rules.issues import refusal_to_issue, refusal_without_change
from reviews.models import Review
from reviews.queries.standing import may

from .freezing import freeze


def issue_report(
    *,
    review: Review,
    kind: str,
    as_at: date,
    by: Any,
    what_changed: str = "",
    officer_names: bool | None = None,
    task: Task | None = None,
) -> ReportIssue:
    """Issue a report as at a day: its file, digest and document are kept as they are now.

    The PDF is made outside any transaction, because it takes a second; then the review is locked
    and the version written, whole or not at all. As long work, the version and the end of the
    `task` are written together: a task that was taken up twice leaves one version.

    Raises Refused when a rule says no, and PdfProblem when the PDF cannot be made.
    """
    review = Review.objects.get(pk=review.pk)  # at the version that the document starts from
    number = latest_number(review, kind) + 1
    enforce(refusal_of_version(review, by, number, what_changed))
    if task:
        task.say("Gathering what the report says")
    document = build_review(review, as_at, officer_names, kind=kind)
    at = clock.now()
    if task:
        task.say("Setting the pages")
    seal = latest_seal()
    pdf = pdf_of(document, issued(document, number=number, at=at, seal=seal))
    with change(verb="Issued a report", by=by, reason=what_changed):
        if task:
            task.hold()
        read, review = review, locked(Review, review.pk)
        enforce(refusal_of_version(review, by, number, what_changed))
        if latest_number(review, kind) + 1 != number:
            raise Refused(
                Refusal(
                    "issued-meanwhile",
                    "Somebody issued a version of this report at the same moment. Look at it, "
                    "and issue another if it is still needed.",
                )
            )
        if (review.version, review.edition) != (read.version, read.edition):
            raise Refused(
                Refusal(
                    "changed-meanwhile",
                    "The review was changed while its report was made. Make it again.",
                )
            )
        issue = ReportIssue(review=review, kind=kind, number=number)
        freeze(
            issue,
            name=f"{review.reference}-{kind}-version-{number}.pdf",
            pdf=pdf,
            document=to_json(document),
            as_at=as_at,
            at=at,
            seal=seal,
            what_changed=what_changed,
            by=by,
            task=task,
        )
        if task:
            task.done(url=_address(issue), name=str(issue))
    return issue


def _address(issue: ReportIssue) -> str:
    return reverse("reports:version", args=[issue.review.reference, issue.kind, issue.number])


def refusal_of_version(review: Review, by: Any, number: int, what_changed: str) -> Refusal | None:
    """Return why this person may not issue this version of a report of the review now."""
    return refusal_to_issue(
        status=review.status, may_issue=may(by, Permission.ISSUE_REPORTS, review)
    ) or refusal_without_change(earlier_versions=number - 1, what_changed=what_changed)
