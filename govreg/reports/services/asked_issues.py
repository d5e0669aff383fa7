"""How is a version of a report asked for, to be made after the page has answered?"""

from datetime import date
from typing import Any

from django.urls import reverse

from govreg.core.editing.versions import locked
from govreg.core.history.change import change
from govreg.core.outbox.doing import Task
from govreg.core.outbox.models import LongWork
from govreg.core.outbox.registry import WorkFailed
from govreg.core.outbox.services import ask_for
from govreg.core.pdf import PdfProblem
from govreg.core.refusals import enforce
from govreg.core.ui.words import long_date
from govreg.reports.documents.build import refusal_to_build
from govreg.reports.documents.document import NAMES
from govreg.reports.queries.issues import asked_for, key_of, latest_number
from govreg.reports.rules.issues import refusal_of_account, refusal_while_made
from reviews.models import Review

from .freezing import discard_leftovers
from .issues import issue_report, refusal_of_version

KIND = "report"


def ask_for_report(
    *,
    review: Review,
    kind: str,
    as_at: date,
    by: Any,
    what_changed: str = "",
    officer_names: bool | None = None,
) -> LongWork:
    """Ask for a version of a report as at a day; what is asked stays as it is said now.

    The rules are checked here, and once more when the version is made.

    Raises Refused when a rule says no.
    """
    with change(verb="Asked for a report", by=by, reason=what_changed):
        review = locked(Review, review.pk)
        number = latest_number(review, kind) + 1
        earlier = asked_for(review, kind)
        enforce(refusal_of_version(review, by, number, what_changed))
        enforce(refusal_while_made(is_being_made=earlier.waiting().exists()))
        enforce(refusal_to_build(review, as_at))
        return ask_for(
            kind=KIND,
            key=f"{key_of(review, kind)}{earlier.count() + 1}",
            arguments={
                "review": review.pk,
                "kind": kind,
                "as_at": as_at.isoformat(),
                "what_changed": what_changed,
                "officer_names": officer_names,
            },
            by=by,
            title=f"{NAMES[kind]} of {review.title}, as at {long_date(as_at)}",
            back_url=reverse("reports:issues", args=[review.reference]),
        )


def make_asked_report(task: Task) -> None:
    """Make the version that was asked for.

    Raises Refused and WorkFailed with a sentence where it cannot be made.
    """
    enforce(refusal_of_account(is_active=task.by.is_active))
    discard_leftovers(task)
    asked = task.arguments
    try:
        issue_report(
            review=Review.objects.get(pk=asked["review"]),
            kind=asked["kind"],
            as_at=date.fromisoformat(asked["as_at"]),
            by=task.by,
            what_changed=asked["what_changed"],
            officer_names=asked["officer_names"],
            task=task,
        )
    except PdfProblem as problem:
        raise WorkFailed(str(problem)) from problem
