"""How is a version of a scrutiny report issued?"""

from datetime import date
from typing import Any

from django.urls import reverse

from govreg.core import clock
from govreg.core.editing.versions import locked
from govreg.core.history.change import change
from govreg.core.history.seal import latest_seal
from govreg.core.outbox.doing import Task
from govreg.core.outbox.models import LongWork
from govreg.core.outbox.registry import WorkFailed
from govreg.core.outbox.services import ask_for
from govreg.core.pdf import PdfProblem
from govreg.core.refusals import Refusal, Refused, enforce
from govreg.core.ui.words import long_date
from govreg.reports.documents.freezing import to_json
from govreg.reports.models import ScrutinyIssue, ScrutinyReport
from govreg.reports.queries.scrutiny import (
    asked_for,
    day_spoken_of,
    document_of,
    key_of,
    latest_number,
    sections_of,
)
from govreg.reports.queries.scrutiny_facts import ScrutinyFacts
from govreg.reports.rendering.scrutiny import issued_pdf
from govreg.reports.rules import scrutiny as rules
from govreg.reports.rules.issues import (
    refusal_of_account,
    refusal_while_made,
    refusal_without_change,
)
from partnerships.models import ReportingQuarter

from .freezing import discard_leftovers, freeze
from .scrutiny import enforce_writing
from .searching import enter_scrutiny_issue

KIND = "scrutiny"


def state_of(report: ScrutinyReport) -> str:
    """Return what tells whether the header or a section was changed: the versions of each."""
    parts = [
        f"{section.pk}.{section.version}.{section.position}" for section in sections_of(report)
    ]
    return "/".join([str(report.version), *parts])


def refusal_to_issue(report: ScrutinyReport) -> Refusal | None:
    """Return why the report may not be issued as it is now, or None."""
    empty = rules.refusal_of_empty(sections=report.sections.count())
    day = day_spoken_of(report)
    facts = ScrutinyFacts(report, on=day)
    return empty or _refusal_to_issue_figures(report, is_provisional=facts.is_provisional, on=day)


def _refusal_to_issue_figures(
    report: ScrutinyReport, *, is_provisional: bool, on: date
) -> Refusal | None:
    quarter = ReportingQuarter.objects.of(report.plan, report.period)
    is_open = not quarter.exclude(state=ReportingQuarter.State.OPEN).exists()
    return rules.refusal_to_issue_provisional(is_provisional=is_provisional, is_open=is_open, on=on)


def ask_for_issue(*, report: ScrutinyReport, by: Any, what_changed: str = "") -> LongWork:
    """Ask for a version as the report is now, which is made after the page has answered."""
    with change(verb="Asked for a scrutiny report", by=by, reason=what_changed):
        enforce_writing(report, by)
        plan = report.plan
        report = locked(ScrutinyReport, report.pk)
        report.plan = plan
        earlier = asked_for(report)
        number = latest_number(report)
        enforce(refusal_without_change(earlier_versions=number, what_changed=what_changed))
        enforce(refusal_while_made(is_being_made=earlier.waiting().exists()))
        enforce(refusal_to_issue(report))
        on = day_spoken_of(report)
        return ask_for(
            kind=KIND,
            key=f"{key_of(report)}{earlier.count() + 1}",
            arguments={
                "report": report.pk,
                "state": state_of(report),
                "on": on.isoformat(),
                "what_changed": what_changed,
            },
            by=by,
            title=f"{report}, as at {long_date(on)}",
            back_url=report.get_absolute_url(),
        )


def make_asked_scrutiny(task: Task) -> None:
    """Make the version that was asked for.

    Raises Refused and WorkFailed with a sentence where it cannot be made.
    """
    enforce(refusal_of_account(is_active=task.by.is_active))
    discard_leftovers(task)
    asked = task.arguments
    report = ScrutinyReport.objects.select_related("plan__partnership").get(pk=asked["report"])
    if state_of(report) != asked["state"]:
        raise Refused(_changed())
    try:
        issue_scrutiny(
            report=report,
            on=date.fromisoformat(asked["on"]),
            by=task.by,
            what_changed=asked["what_changed"],
            task=task,
        )
    except PdfProblem as problem:
        raise WorkFailed(str(problem)) from problem


def issue_scrutiny(
    *,
    report: ScrutinyReport,
    on: date,
    by: Any,
    what_changed: str = "",
    task: Task | None = None,
) -> ScrutinyIssue:
    """Issue a version: its file, digest and document are kept as they are now, for good."""
    number, state = latest_number(report) + 1, state_of(report)
    enforce_writing(report, by)
    enforce(refusal_without_change(earlier_versions=number - 1, what_changed=what_changed))
    enforce(rules.refusal_of_empty(sections=report.sections.count()))
    if task:
        task.say("Gathering what the report says")
    document = document_of(report, on=on)
    provisional = document.is_provisional
    enforce(_refusal_to_issue_figures(report, is_provisional=provisional, on=on))
    at, seal = clock.now(), latest_seal()
    if task:
        task.say("Setting the pages")
    pdf = issued_pdf(document, number=number, at=at, seal=seal)
    with change(verb="Issued a scrutiny report", by=by, reason=what_changed):
        if task:
            task.hold()
        found = locked(ScrutinyReport, report.pk)
        if latest_number(found) + 1 != number or state_of(found) != state:
            raise Refused(_changed())
        issue = ScrutinyIssue(report=found, number=number)
        freeze(
            issue,
            name=f"scrutiny-{found.pk}-version-{number}.pdf",
            pdf=pdf,
            document=to_json(document),
            as_at=on,
            at=at,
            seal=seal,
            what_changed=what_changed,
            by=by,
            task=task,
        )
        enter_scrutiny_issue(issue)
        if task:
            url = reverse("scrutiny:version", args=[found.pk, number])
            task.done(url=url, name=str(issue))
    return issue


def _changed() -> Refusal:
    return Refusal(
        "changed-meanwhile",
        "The report was changed or issued while this version was made. Look at it, and issue "
        "another if it is still needed.",
    )
