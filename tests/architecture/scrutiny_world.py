"""Which reports to scrutiny does the access matrix turn on?"""

from typing import Any

from govreg.core import clock
from govreg.reports.services.committee_decisions import record_decision
from tests.people import Cast
from tests.reports.scrutiny_reports import issued, of_leeds, prepared


def add_to(world: dict[str, list[Any]], cast: Cast) -> None:
    """Issue the demonstration's report, and leave one on an open quarter as a draft."""
    report = of_leeds()
    issue = issued(cast, report)
    world["scrutiny report"] = [report.pk]
    world["scrutiny version"] = [report.pk, issue.number]
    world["scrutiny section"] = [report.sections.all()[1].pk]
    world["scrutiny draft"] = [prepared(cast, "2006-07-q4").pk]
    decision = record_decision(
        issue=issue,
        values={
            "kind": "further-scrutiny",
            "decided_on": clock.today(),
            "minute_reference": "7.2",
            "words": "More is to be seen.",
        },
        programme={"what": "A visit", "due_on": None, "post": None},
        by=cast.democratic_services,
    )
    world["scrutiny decision"] = [decision.pk]
    world["scrutiny item"] = [decision.programme.get().pk]
