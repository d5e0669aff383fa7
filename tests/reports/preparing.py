"""How does a story prepare a follow-up report and issue it?"""

from datetime import date
from typing import Any

from govreg.core import clock
from govreg.reports.models import FollowUpIssue, FollowUpReport
from govreg.reports.services.follow_up import issue_follow_up, prepare_report
from partnerships.models import Partnership
from reviews.models import Review
from tests.people import Cast

SINCE = date(2007, 11, 1)
FEBRUARY = date(2008, 2, 1)


def of_the_trust() -> dict[str, Any]:
    """Return what narrows a report to the review of the trust."""
    return {"review": Review.objects.get(reference="leeds-2007")}


def of_west() -> dict[str, Any]:
    """Return what narrows a report to the partnership of West."""
    return {"partnership": Partnership.objects.get(reference="dp-west")}


def prepared(cast: Cast, **changes: Any) -> FollowUpReport:
    """Prepare a report for the committee, of everything unless told otherwise."""
    values = {
        "title": "Follow-up of audit recommendations",
        "committee": "Audit Committee",
        "meeting_on": None,
        "since": SINCE,
        "review": None,
        "partnership": None,
        "priority": "",
    }
    by = changes.pop("by", cast.democratic_services)
    return prepare_report(values=values | changes, by=by)


def issued(cast: Cast, report: FollowUpReport, **given: Any) -> FollowUpIssue:
    """Issue a version of a report as at today, unless another day is given."""
    given = {"by": cast.democratic_services, "as_at": clock.today(), **given}
    return issue_follow_up(report=report, **given)
