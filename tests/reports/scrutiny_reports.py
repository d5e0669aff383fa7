"""Which report to scrutiny do the stories begin with?"""

from typing import Any

from govreg.reports.models import ScrutinyIssue, ScrutinyReport
from govreg.reports.queries.scrutiny import day_spoken_of
from govreg.reports.services.scrutiny import prepare_scrutiny
from govreg.reports.services.scrutiny_issues import issue_scrutiny
from partnerships.models import Plan
from tests.partnerships.quarter import quarter, regeneration_plan
from tests.people import Cast


def of_leeds() -> ScrutinyReport:
    """The demonstration's report on the District Partnerships."""
    return ScrutinyReport.objects.select_related("plan__partnership__scope").get(
        subject="District Partnerships"
    )


def prepared(cast: Cast, slug: str, *, plan: Plan | None = None, **changes: Any) -> ScrutinyReport:
    """Prepare a report on a quarter of a plan, drafted from the register."""
    period = quarter(slug)
    values = {
        "report_of": "Director",
        "committee": "Scrutiny Board",
        "subject": "Progress",
        "plan": plan or regeneration_plan(),
        "financial_year": str(period.year),
        "quarter": period.number,
        **changes,
    }
    return prepare_scrutiny(values=values, by=cast.democratic_services)


def issued(cast: Cast, report: ScrutinyReport, **given: Any) -> ScrutinyIssue:
    """Issue a version of a report."""
    given = {"on": day_spoken_of(report), "by": cast.democratic_services, **given}
    return issue_scrutiny(report=report, **given)
