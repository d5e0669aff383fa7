"""How is a scrutiny report prepared, and how are its sections written?"""

from collections.abc import Mapping
from typing import Any

from django.db.models import Max

from govreg.core.access import Permission
from govreg.core.editing.versions import locked
from govreg.core.history.change import change
from govreg.core.history.values import put
from govreg.core.refusals import enforce
from govreg.reports.documents.scrutiny_draft import drafted
from govreg.reports.documents.scrutiny_text import unknown_in
from govreg.reports.models import ScrutinyReport, ScrutinySection
from govreg.reports.queries.scrutiny import day_spoken_of
from govreg.reports.queries.scrutiny_facts import ScrutinyFacts, numbers_offered
from govreg.reports.rules import scrutiny as rules
from partnerships.models import ReportingQuarter

from .searching import (
    enter_scrutiny_report,
    enter_scrutiny_section,
    enter_scrutiny_sections,
    leave_scrutiny_section,
)

EDITABLE = (
    "report_of",
    "committee",
    "meeting_on",
    "meeting_in_words",
    "subject",
    "wards",
    "equality",
    "cohesion",
    "narrowing_the_gap",
)
OF = ("plan", "financial_year", "quarter")
SECTION = ("title", "text")


def may_write(user: Any, report: ScrutinyReport | None = None) -> bool:
    """Say whether a person may write and issue a report: council-wide, or of their plan.

    The register's own commands (no user) may.
    """
    if user is None or user.may(Permission.ISSUE_REPORTS):
        return True
    if report is None:
        return bool(user.may_somewhere(Permission.ISSUE_REPORTS))
    return bool(user.may(Permission.ISSUE_REPORTS, report.plan.partnership.scope_id))


def enforce_writing(report: ScrutinyReport, by: Any) -> None:
    """Refuse whoever does not write the report."""
    enforce(rules.refusal_to_write(may_issue=may_write(by, report)))


def prepare_scrutiny(*, values: Mapping[str, Any], by: Any) -> ScrutinyReport:
    """Prepare a report on a plan in a quarter, with sections drafted from the register."""
    with change(verb="Prepared a scrutiny report", by=by):
        report = ScrutinyReport()
        put(report, values, allowed=(*EDITABLE, *OF))
        enforce_writing(report, by)
        opened = ReportingQuarter.objects.of(report.plan, report.period).exists()
        is_top = report.plan.parent_id is None
        enforce(rules.refusal_of_plan(is_top=is_top, was_opened=opened))
        report.save()
        facts = ScrutinyFacts(report, on=day_spoken_of(report))
        for position, (title, text) in enumerate(drafted(report, facts), 1):
            ScrutinySection(report=report, position=position, title=title, text=text).save()
        enter_scrutiny_report(report)
        enter_scrutiny_sections(report)
    return report


def change_scrutiny(
    *, report: ScrutinyReport, version: int, values: Mapping[str, Any], by: Any, reason: str
) -> ScrutinyReport:
    """Change the header of a report. Raises StaleVersion when somebody saved it meanwhile."""
    with change(verb="Changed a scrutiny report", by=by, reason=reason):
        enforce_writing(report, by)
        found = locked(ScrutinyReport, report.pk, version=version)
        put(found, values, allowed=EDITABLE)
        found.save()
        enter_scrutiny_report(found)
        enter_scrutiny_sections(found)
    return found


def add_section(*, report: ScrutinyReport, values: Mapping[str, Any], by: Any) -> ScrutinySection:
    """Add a section at the end of a report."""
    with change(verb="Added a section to a scrutiny report", by=by):
        enforce_writing(report, by)
        locked(ScrutinyReport, report.pk)
        last = report.sections.aggregate(last=Max("position"))["last"] or 0
        return _put(ScrutinySection(report=report, position=last + 1), values)


def change_section(
    *, section: ScrutinySection, version: int, values: Mapping[str, Any], by: Any
) -> ScrutinySection:
    """Write a section anew. Raises StaleVersion when somebody saved it meanwhile."""
    report = section.report
    with change(verb="Wrote a section of a scrutiny report", by=by):
        enforce_writing(report, by)
        found = locked(ScrutinySection, section.pk, version=version)
        found.report = report
        return _put(found, values)


def move_section(*, section: ScrutinySection, earlier: bool, by: Any) -> None:
    """Move a section one place earlier or later; at the end of the report it stays."""
    report = section.report
    with change(verb="Moved a section of a scrutiny report", by=by):
        enforce_writing(report, by)
        locked(ScrutinyReport, report.pk)
        rows = list(report.sections.all())
        here = [row.pk for row in rows].index(section.pk)
        there = here - 1 if earlier else here + 1
        if 0 <= there < len(rows):
            rows[here], rows[there] = rows[there], rows[here]
        for position, row in enumerate(rows, 1):
            if row.position != position:
                row.position = position
                row.report = report
                row.save()


def remove_section(*, section: ScrutinySection, version: int, by: Any) -> None:
    """Take a section out of the draft; issued versions and the history keep it."""
    with change(verb="Removed a section of a scrutiny report", by=by):
        enforce_writing(section.report, by)
        found = locked(ScrutinySection, section.pk, version=version)
        leave_scrutiny_section(found)
        found.delete()


def _put(section: ScrutinySection, values: Mapping[str, Any]) -> ScrutinySection:
    put(section, values, allowed=SECTION)
    numbered = numbers_offered(section.report.plan)
    enforce(rules.refusal_of_names(unknown=unknown_in(section.text, numbered)))
    section.save()
    enter_scrutiny_section(section)
    return section
