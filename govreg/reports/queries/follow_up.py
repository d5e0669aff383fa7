"""Which follow-up reports are there, and what is the document of one on a day?"""

from datetime import date
from typing import Any

from django.db.models import Count, Max, OuterRef, QuerySet, Subquery

from govreg.core import clock
from govreg.core.outbox.models import LongWork
from govreg.reports.documents.build_follow_up import build_follow_up
from govreg.reports.documents.follow_up import FollowUp
from govreg.reports.models import CommitteeDecision, FollowUpIssue, FollowUpReport
from govreg.reports.queries.follow_up_facts import Choice, Seen
from reviews.models import Review


def listed(reports: QuerySet[FollowUpReport]) -> QuerySet[FollowUpReport]:
    """Return reports with how many versions were issued, and when the last."""
    counted = reports.annotate(versions=Count("issues"), issued_on=Max("issues__issued_at"))
    return counted.select_related("review", "partnership")


def choice_of(report: FollowUpReport) -> Choice:
    """Return of what a report tells."""
    return Choice(report.review_id, report.partnership_id, report.priority)


def chosen_in_words(report: FollowUpReport) -> tuple[str, ...]:
    """Return what the report leaves out, in words; nothing where it tells of everything."""
    found = []
    if report.review:
        found.append(f"Review: {report.review.title}")
    if report.partnership:
        found.append(f"Partnership: {report.partnership.name}")
    if report.priority:
        found.append(f"Priority: {report.priority}")
    return tuple(found)


def seen_by(user: Any) -> Seen:
    """Return what leaves of reviews those that a user may see; nobody means all."""

    def seen(rows: list[Review]) -> list[Review]:
        if user is None:
            return rows
        visible = Review.objects.visible_to(user).filter(pk__in=[row.pk for row in rows])
        keys = set(visible.order_by().values_list("pk", flat=True))
        return [row for row in rows if row.pk in keys]

    return seen


def document_of(report: FollowUpReport, *, as_at: date, user: Any = None) -> FollowUp:
    """Return the report as at a day, of the reviews that its reader may see; none means all.

    Raises Refused where there is none for that day.
    """
    return build_follow_up(
        title=report.title,
        committee=report.committee,
        meeting_on=report.meeting_on,
        since=report.since,
        as_at=as_at,
        choice=choice_of(report),
        chosen=chosen_in_words(report),
        seen=seen_by(user),
    )


def day_spoken_of(report: FollowUpReport) -> date:
    """Return the day a report speaks of where none is asked for: its meeting's, or today."""
    today = clock.today()
    return min(report.meeting_on, today) if report.meeting_on else today


def last_spoken_of(user: Any) -> date | None:
    """Return the day that the last issued report spoke of, of those that a user may see.

    The next report begins with it, so that nothing falls between the two.
    """
    seen = FollowUpIssue.objects.visible_to(user).order_by("-as_at")
    return seen.values_list("as_at", flat=True).first()


def issues_of(report: FollowUpReport) -> list[FollowUpIssue]:
    """Return the issued versions, the newest first, with how many decisions were recorded."""
    counted = (
        CommitteeDecision.objects.filter(issue=OuterRef("pk"))
        .order_by()
        .values("issue")
        .annotate(n=Count("pk"))
        .values("n")
    )
    rows = FollowUpIssue.objects.filter(report=report).select_related("issued_by", "file")
    return list(rows.defer("document").annotate(decided=Subquery(counted)))


def latest_number(report: FollowUpReport) -> int:
    """Return the number of the last version; nought before the first."""
    numbers = FollowUpIssue.objects.filter(report=report).order_by("-number")
    return numbers.values_list("number", flat=True).first() or 0


def key_of(report: FollowUpReport) -> str:
    """Return how the keys of the versions that were asked for begin."""
    return f"follow-up:{report.pk}:"


def asked_for(report: FollowUpReport) -> Any:
    """Return the long work that was asked for to make versions."""
    return LongWork.objects.filter(key__startswith=key_of(report))
