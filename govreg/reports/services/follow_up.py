"""How is a follow-up report prepared, changed and issued?"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.urls import reverse

from govreg.core import clock
from govreg.core.access import Permission
from govreg.core.editing.versions import locked
from govreg.core.history.change import change
from govreg.core.history.seal import latest_seal
from govreg.core.history.values import put
from govreg.core.outbox.doing import Task
from govreg.core.outbox.models import LongWork
from govreg.core.outbox.registry import WorkFailed
from govreg.core.outbox.services import ask_for
from govreg.core.pdf import PdfProblem
from govreg.core.refusals import Refusal, Refused, enforce
from govreg.core.ui.words import long_date
from govreg.reports.documents.freezing import to_json
from govreg.reports.models import FollowUpIssue, FollowUpReport
from govreg.reports.queries.follow_up import asked_for, document_of, key_of, latest_number
from govreg.reports.rendering.follow_up import issued_pdf
from govreg.reports.rules import follow_up as rules
from govreg.reports.rules.issues import (
    refusal_of_account,
    refusal_while_made,
    refusal_without_change,
)

from .freezing import discard_leftovers, freeze

EDITABLE = ("title", "committee", "meeting_on", "since", "review", "partnership", "priority")
KIND = "follow-up"


def prepare_report(*, values: Mapping[str, Any], by: Any, reason: str = "") -> FollowUpReport:
    """Prepare a report for a meeting of a committee."""
    with change(verb="Prepared a follow-up report", by=by, reason=reason):
        return _written(FollowUpReport(), values, by)


def change_report(
    *, report: FollowUpReport, version: int, values: Mapping[str, Any], by: Any, reason: str
) -> FollowUpReport:
    """Change what a report is of, before its first version is issued."""
    with change(verb="Changed a follow-up report", by=by, reason=reason):
        found = locked(FollowUpReport, report.pk, version=version)
        _enforce_kept(found, by)
        enforce(rules.refusal_to_change(versions=latest_number(found)))
        return _written(found, values, by)


def _written(report: FollowUpReport, values: Mapping[str, Any], by: Any) -> FollowUpReport:
    put(report, values, allowed=EDITABLE)
    _enforce_kept(report, by)
    enforce(
        rules.refusal_of_meeting(since=report.since, meeting=report.meeting_on, today=clock.today())
    )
    report.save()
    return report


def may_keep(user: Any, report: FollowUpReport | None = None) -> bool:
    """Say whether a person may prepare and issue a report: council-wide, or of their partnership.

    The register's own commands (no user) may.
    """
    if user is None or user.may(Permission.ISSUE_REPORTS):
        return True
    if report is None:
        return bool(user.may_somewhere(Permission.ISSUE_REPORTS))
    if report.partnership is None:
        return False
    return bool(user.may(Permission.ISSUE_REPORTS, report.partnership.scope_id))


def _enforce_kept(report: FollowUpReport, by: Any) -> None:
    enforce(rules.refusal_to_keep(may_issue=may_keep(by, report)))


def ask_for_issue(
    *, report: FollowUpReport, as_at: date, by: Any, what_changed: str = ""
) -> LongWork:
    """Ask for a version as at a day, which is made after the page has answered."""
    with change(verb="Asked for a follow-up report", by=by, reason=what_changed):
        report = locked(FollowUpReport, report.pk)
        _enforce_kept(report, by)
        earlier = asked_for(report)
        number = latest_number(report)
        enforce(refusal_without_change(earlier_versions=number, what_changed=what_changed))
        enforce(refusal_while_made(is_being_made=earlier.waiting().exists()))
        enforce(
            rules.refusal_of_period(
                since=report.since, as_at=as_at, meeting=report.meeting_on, today=clock.today()
            )
        )
        return ask_for(
            kind=KIND,
            key=f"{key_of(report)}{earlier.count() + 1}",
            arguments={
                "report": report.pk,
                "version": report.version,
                "as_at": as_at.isoformat(),
                "what_changed": what_changed,
            },
            by=by,
            title=f"{report.title}, as at {long_date(as_at)}",
            back_url=report.get_absolute_url(),
        )


def make_asked_issue(task: Task) -> None:
    """Make the version that was asked for; of what its asker may see.

    Raises Refused and WorkFailed with a sentence where it cannot be made.
    """
    enforce(refusal_of_account(is_active=task.by.is_active))
    discard_leftovers(task)
    asked = task.arguments
    report = FollowUpReport.objects.get(pk=asked["report"])
    enforce(rules.refusal_of_another(asked_at=asked["version"], version=report.version))
    try:
        issue_follow_up(
            report=report,
            as_at=date.fromisoformat(asked["as_at"]),
            by=task.by,
            what_changed=asked["what_changed"],
            task=task,
        )
    except PdfProblem as problem:
        raise WorkFailed(str(problem)) from problem


def issue_follow_up(
    *,
    report: FollowUpReport,
    as_at: date,
    by: Any,
    what_changed: str = "",
    task: Task | None = None,
) -> FollowUpIssue:
    """Issue a version: its file, digest and document are kept as they are now, for good."""
    number = latest_number(report) + 1
    _enforce_kept(report, by)
    enforce(refusal_without_change(earlier_versions=number - 1, what_changed=what_changed))
    if task:
        task.say("Gathering what the report says")
    document = document_of(report, as_at=as_at, user=by)
    at, seal = clock.now(), latest_seal()
    if task:
        task.say("Setting the pages")
    pdf = issued_pdf(document, number=number, at=at, seal=seal)
    with change(verb="Issued a follow-up report", by=by, reason=what_changed):
        if task:
            task.hold()
        read, report = report, locked(FollowUpReport, report.pk)
        _enforce_kept(report, by)
        if latest_number(report) + 1 != number or report.version != read.version:
            raise Refused(
                Refusal(
                    "changed-meanwhile",
                    "The report was changed or issued while this version was made. Look at it, "
                    "and issue another if it is still needed.",
                )
            )
        issue = FollowUpIssue(report=report, number=number)
        freeze(
            issue,
            name=f"follow-up-{report.pk}-version-{number}.pdf",
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
            url = reverse("follow-up:version", args=[report.pk, number])
            task.done(url=url, name=str(issue))
    return issue
