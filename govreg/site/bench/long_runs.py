"""How long do the works take that are done at once for thousands: digests, reports, quarters?

Each is done in a transaction that is taken back, so that a register can be measured again.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from govreg.core import clock
from govreg.core.accounts.models import User
from govreg.core.history.change import change
from govreg.reports.models import FollowUpReport, ScrutinyReport
from govreg.reports.queries import scrutiny
from govreg.reports.queries.follow_up import document_of
from govreg.reports.rendering.follow_up import preview_pdf
from govreg.reports.rendering.scrutiny import preview_pdf as scrutiny_pdf
from partnerships.models import ReportingQuarter
from partnerships.services.quarters import close_quarter
from recommendations.models import ActionOwner, AgreedAction
from recommendations.services.digests import send_digests

from .generated import review_with_a_long_plan
from .large_sheets import members_to_import, plan_to_bring_in
from .planned import top
from .printing import report_beside_another

PEOPLE, LINES = 2_000, 500
#: Up to here two reports cost the same: the same one takes a tenth more or less from run to run.
SAME_RATE = 1.1


@dataclass(frozen=True, slots=True)
class Run:
    """One work: what it did, the seconds it took, the goal, and the questions to the database.

    The seconds are of the clock, or of the processor where the goal is.
    """

    name: str
    did: int
    seconds: float
    goal: float
    queries: int = 0


def long_runs() -> Iterator[Run]:
    """Do each work once, and give what it took."""
    for work in (_digests, _closing, _sheets, _follow_up, _scrutiny):
        with _taken_back():
            yield from work()


@contextmanager
def _taken_back() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def _timed(work: Callable[[], int], clock_of: Callable[[], float]) -> tuple[int, float, int]:
    with CaptureQueriesContext(connection) as captured:
        started = clock_of()
        did = work()
        took = clock_of() - started
    return did, took, len(captured)


def _digests() -> Iterator[Run]:
    """Write to 2,000 people, of whom each answers for an action that is overdue."""
    overdue = AgreedAction.objects.overdue(on=clock.today()).order_by("pk")[:PEOPLE]
    with change(verb="Added people", by=None):
        for place, action in enumerate(overdue):
            user = User(email=f"measured-{place}@leeds.example", name=f"Measured {place}")
            user.save()
            ActionOwner(action=action, user=user).save()
    monday = clock.today() - timedelta(days=clock.today().weekday())
    did, took, _queries = _timed(lambda: send_digests(on=monday), time.perf_counter)
    yield Run("Digests queued", did, took, 60)


def _closing() -> Iterator[Run]:
    """Close the open quarter of 100 plans."""
    plan = top()
    reporting = ReportingQuarter.objects.filter(plan=plan, closed_on=None).latest("pk")
    reporting.plan = plan

    def close() -> int:
        """Close it and count the actions."""
        day = reporting.period.following.first_day
        version = close_quarter(reporting=reporting, on=day, by=None)
        return sum(
            frozen.green + frozen.amber + frozen.red + frozen.white + frozen.blank
            for frozen in version.plans.all()
        )

    did, took, _queries = _timed(close, time.perf_counter)
    yield Run("A quarter closed, in actions", did, took, 30)


def _sheets() -> Iterator[Run]:
    """Import 10,000 members and an action plan of 10,000 lines, each looked through first."""
    did, took, _queries = _timed(members_to_import(), time.perf_counter)
    yield Run("Members looked through and imported", did, took, 20)
    did, took, _queries = _timed(plan_to_bring_in(), time.perf_counter)
    yield Run("Lines of an action plan looked through and brought in", did, took, 30)


def _follow_up() -> Iterator[Run]:
    """Build and print the follow-up report of a review with 500 lines."""
    review = review_with_a_long_plan(LINES)
    today = clock.today()
    report = FollowUpReport(
        title="Measured", committee="Committee", review=review, since=date(2000, 1, 1)
    )
    with change(verb="Prepared a report", by=None):
        report.save()
    documents = []

    def build() -> int:
        """Build the document."""
        documents.append(document_of(report, as_at=today))
        return sum(len(part.lines) for part in documents[0].parts)

    did, took, queries = _timed(build, time.perf_counter)
    yield Run("A follow-up report built, in lines", did, took, 1, queries)
    did, took, _none = _timed(lambda: len(preview_pdf(documents[0])), time.process_time)
    yield Run("The same printed, in bytes (processor time)", did, took, 15)


def _scrutiny() -> Iterator[Run]:
    """Build and print the report to scrutiny of the demonstration, which others were before."""
    report = ScrutinyReport.objects.order_by("pk")[0]
    documents = []

    def build() -> int:
        """Build the document."""
        documents.append(scrutiny.document_of(report, on=scrutiny.day_spoken_of(report)))
        return len(documents[0].parts)

    did, took, queries = _timed(build, time.perf_counter)
    yield Run("A report to scrutiny built, in parts", did, took, 1, queries)
    printed, taken, usual = report_beside_another(lambda: scrutiny_pdf(documents[0]))
    most = round(usual * SAME_RATE, 2)
    yield Run("The same printed, in pages (processor time)", printed, taken, most)
