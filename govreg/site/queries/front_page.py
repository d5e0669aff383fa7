"""What was issued and published lately, and what is to come before the committees?"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import F

from govreg.core.access import Permission
from govreg.core.ui.addresses import address_of
from govreg.reports.models import FollowUpIssue, ReportIssue, ScrutinyIssue, WorkProgrammeItem
from govreg.reports.queries.committee_decisions import programme_of
from partnerships.models import ReportingQuarter
from partnerships.queries.responsibility import responsibilities_of

MOST = 5


@dataclass(frozen=True, slots=True)
class IssuedLately:
    """One issued version of a report of any kind, with its page."""

    name: str
    about: str
    url: str
    at: datetime


def issued_lately(user: Any) -> list[IssuedLately]:
    """Return the versions of reports that were issued last, of a review or for a committee."""
    reviews = ReportIssue.objects.visible_to(user).select_related("review")
    follow_ups = FollowUpIssue.objects.visible_to(user).select_related("report")
    scrutiny = ScrutinyIssue.objects.visible_to(user).select_related("report")
    found = [
        IssuedLately(str(one), one.review.title, _page_of(one), one.issued_at)
        for one in _last(reviews)
    ]
    found += [
        IssuedLately(str(one), one.report.committee, one.get_absolute_url(), one.issued_at)
        for one in (*_last(follow_ups), *_last(scrutiny))
    ]
    return sorted(found, key=lambda one: one.at, reverse=True)[: 2 * MOST]


def _last(rows: Any) -> list[Any]:
    """Return the last of some versions; their documents are long and not read."""
    if rows.query.is_empty():
        return []
    return list(rows.defer("document").order_by("-issued_at", "-pk")[:MOST])


def _page_of(issue: ReportIssue) -> str:
    return address_of("reports:version", issue.review.reference, issue.kind, issue.number)


def published_lately(user: Any) -> list[ReportingQuarter]:
    """Return the quarters that were published last; each has its progress table."""
    if not user.may_somewhere(Permission.VIEW_PARTNERSHIPS):
        return []
    found = ReportingQuarter.objects.visible_to(user).filter(state=ReportingQuarter.State.PUBLISHED)
    return list(found.select_related("plan").order_by("-published_on", "-pk")[:MOST])


def to_come(user: Any) -> list[WorkProgrammeItem]:
    """Return what is on the work programmes that a user may read, the next meeting first."""
    if not user.may_somewhere(Permission.VIEW_ISSUED_REVIEWS):
        return []
    return _next(programme_of(user).filter(done_on=None))


def to_come_for_posts(user: Any, *, on: date) -> list[WorkProgrammeItem]:
    """Return what a committee wants to hear of the posts that a user holds.

    Whoever is responsible is told, whether or not they may read the report that it follows from.
    """
    posts = responsibilities_of(user, on=on).posts
    if not posts:
        return []
    needs = ("post", "decision__issue__report", "decision__scrutiny_issue__report")
    documents = ("decision__issue__document", "decision__scrutiny_issue__document")
    own = WorkProgrammeItem.objects.open().filter(post__in=posts)
    return _next(own.select_related(*needs).defer(*documents))


def _next(rows: Any) -> list[WorkProgrammeItem]:
    return list(rows.order_by(F("due_on").asc(nulls_last=True), "pk")[: 2 * MOST])
