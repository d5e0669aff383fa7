"""How is it recorded what a committee decided on a report, and what follows from it?"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from govreg.core import clock
from govreg.core.access import Permission
from govreg.core.editing.versions import locked
from govreg.core.history.change import change
from govreg.core.history.values import put
from govreg.core.refusals import enforce
from govreg.reports.models import (
    CommitteeDecision,
    FollowUpIssue,
    FollowUpReport,
    ScrutinyIssue,
    ScrutinyReport,
    WorkProgrammeItem,
)
from govreg.reports.rules import committee_decisions as rules
from govreg.reports.rules.meeting_days import days_of_meeting
from partnerships.models import Partnership

EDITABLE = ("kind", "decided_on", "minute_reference", "words")
ITEM = ("what", "due_on", "post")
Issue = FollowUpIssue | ScrutinyIssue
Report = FollowUpReport | ScrutinyReport


def may_record(user: Any, report: Report) -> bool:
    """Say whether a person may record decisions on a report; the register's commands may."""
    if user is None or user.may(Permission.RECORD_DECISIONS):
        return True
    partnership: Partnership | None = (
        report.plan.partnership if isinstance(report, ScrutinyReport) else report.partnership
    )
    if partnership is None:
        return False
    return bool(user.may(Permission.RECORD_DECISIONS, partnership.scope_id))


def record_decision(
    *,
    issue: Issue,
    values: Mapping[str, Any],
    by: Any,
    programme: Mapping[str, Any] | None = None,
) -> CommitteeDecision:
    """Record one decision on an issued version, with what the committee wants to follow from it."""
    with change(verb="Recorded what a committee decided", by=by):
        _enforce_allowed(issue.report, by)
        on = "scrutiny_issue" if isinstance(issue, ScrutinyIssue) else "issue"
        decision = CommitteeDecision(**{on: issue}, recorded_by=by)
        _write(decision, values, follows=bool(programme))
        if programme:
            _add_item(decision, programme)
    return decision


def correct_decision(
    *, decision: CommitteeDecision, version: int, values: Mapping[str, Any], by: Any, reason: str
) -> CommitteeDecision:
    """Correct what was recorded of a decision. Raises StaleVersion when it changed meanwhile."""
    with change(verb="Corrected a committee’s decision", by=by, reason=reason):
        _enforce_allowed(decision.about.report, by)
        found = locked(CommitteeDecision, decision.pk, version=version)
        planned = list(found.programme.values_list("due_on", flat=True))
        day = values["decided_on"]
        enforce(rules.refusal_of_earlier_items(decided_on=day, meetings=planned))
        _write(found, values, follows=bool(planned))
    return found


def add_to_programme(
    *, decision: CommitteeDecision, values: Mapping[str, Any], by: Any
) -> WorkProgrammeItem:
    """Add what is to come before the committee because of a decision."""
    with change(verb="Added to the work programme", by=by):
        _enforce_allowed(decision.about.report, by)
        return _add_item(locked(CommitteeDecision, decision.pk), values)


def correct_item(
    *, item: WorkProgrammeItem, version: int, values: Mapping[str, Any], by: Any, reason: str
) -> WorkProgrammeItem:
    """Correct what is to come before the committee, until it came.

    Raises StaleVersion when somebody changed it meanwhile.
    """
    decision = item.decision
    with change(verb="Corrected an item of the work programme", by=by, reason=reason):
        _enforce_allowed(decision.about.report, by)
        found = locked(WorkProgrammeItem, item.pk, version=version)
        enforce(rules.refusal_to_correct_item(is_done=found.done_on is not None))
        put(found, values, allowed=ITEM)
        enforce(rules.refusal_of_item(due_on=found.due_on, decided_on=decision.decided_on))
        found.save()
    return found


def finish_item(
    *, item: WorkProgrammeItem, version: int, done_on: date, result: str, by: Any
) -> WorkProgrammeItem:
    """Record when an item came before the committee, and what came of it."""
    with change(verb="Finished an item of the work programme", by=by, reason=result):
        _enforce_allowed(item.decision.about.report, by)
        found = locked(WorkProgrammeItem, item.pk, version=version)
        enforce(
            rules.refusal_to_finish(
                is_done=found.done_on is not None,
                done_on=done_on,
                decided_on=found.decision.decided_on,
                result=result,
                today=clock.today(),
            )
        )
        found.done_on, found.result = done_on, result.strip()
        found.save()
    return found


def _write(decision: CommitteeDecision, values: Mapping[str, Any], *, follows: bool) -> None:
    put(decision, values, allowed=EDITABLE)
    enforce(
        rules.refusal_of_decision(
            kind=decision.kind,
            decided_on=decision.decided_on,
            earliest=_first_day(decision.about),
            words=decision.words,
            follows=follows,
            today=clock.today(),
        )
    )
    decision.save()


def _first_day(issue: Issue) -> date:
    """Return the first day on which a version can have been decided on.

    It is the day that the version speaks of; where that is the end of the month of a meeting whose
    day was not known, any day of the month.
    """
    if not isinstance(issue, ScrutinyIssue):
        return issue.as_at
    report = issue.report
    meeting = days_of_meeting(on=report.meeting_on, in_words=report.meeting_in_words)
    return min(issue.as_at, meeting[0]) if meeting else issue.as_at


def _add_item(decision: CommitteeDecision, values: Mapping[str, Any]) -> WorkProgrammeItem:
    item = WorkProgrammeItem(decision=decision)
    put(item, values, allowed=ITEM)
    enforce(rules.refusal_of_item(due_on=item.due_on, decided_on=decision.decided_on))
    item.save()
    return item


def _enforce_allowed(report: Report, by: Any) -> None:
    enforce(rules.refusal_to_record(may_record=may_record(by, report)))
