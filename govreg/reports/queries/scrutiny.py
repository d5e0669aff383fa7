"""Which scrutiny reports are there, and what is the document of one on a day?"""

from datetime import date
from typing import Any

from django.db.models import Count, Max, QuerySet

from govreg.core import clock
from govreg.core.outbox.models import LongWork
from govreg.reports.documents.build_scrutiny import build_part, build_scrutiny
from govreg.reports.documents.scrutiny import ScrutinyDocument, ScrutinyPart
from govreg.reports.models import ScrutinyIssue, ScrutinyReport, ScrutinySection
from govreg.reports.rules.meeting_days import days_of_meeting


def listed(reports: QuerySet[ScrutinyReport]) -> QuerySet[ScrutinyReport]:
    """Return reports with how many versions were issued, and when the last."""
    counted = reports.annotate(versions=Count("issues"), issued_on=Max("issues__issued_at"))
    return counted.select_related("plan")


def sections_of(report: ScrutinyReport) -> list[ScrutinySection]:
    """Return the sections in their order."""
    return list(ScrutinySection.objects.filter(report=report))


def day_spoken_of(report: ScrutinyReport) -> date:
    """Return the day that a report speaks of: its meeting's, or today where that is to come.

    Of a meeting "in April 2007" it is the last day of that month; other words mean none.
    """
    today = clock.today()
    meeting = days_of_meeting(on=report.meeting_on, in_words=report.meeting_in_words)
    return min(meeting[1], today) if meeting else today


def document_of(report: ScrutinyReport, *, on: date) -> ScrutinyDocument:
    """Return the report as at a day, with a constant number of queries."""
    return build_scrutiny(report, sections_of(report), on=on)


def part_as_typed(section: ScrutinySection, *, title: str, text: str) -> ScrutinyPart:
    """Return a section in its place as it would read if this were saved, on the report's day."""
    report = section.report
    number = [other.pk for other in sections_of(report)].index(section.pk) + 1
    return build_part(report, title=title, text=text, number=number, on=day_spoken_of(report))


def issues_of(report: ScrutinyReport) -> list[ScrutinyIssue]:
    """Return the issued versions, the newest first."""
    rows = ScrutinyIssue.objects.filter(report=report).select_related("issued_by", "file")
    return list(rows.defer("document"))


def latest_number(report: ScrutinyReport) -> int:
    """Return the number of the last version; nought before the first."""
    numbers = ScrutinyIssue.objects.filter(report=report).order_by("-number")
    return numbers.values_list("number", flat=True).first() or 0


def key_of(report: ScrutinyReport) -> str:
    """Return how the keys of the versions that were asked for begin."""
    return f"scrutiny:{report.pk}:"


def asked_for(report: ScrutinyReport) -> Any:
    """Return the long work that was asked for to make versions."""
    return LongWork.objects.filter(key__startswith=key_of(report))
