"""Which follow-up reports and decisions does the access matrix turn on?"""

from datetime import date
from typing import Any

from govreg.core import clock
from govreg.reports.services.committee_decisions import record_decision
from tests.people import Cast
from tests.reports.preparing import issued, prepared

ITEM = {"what": "The officer explains the delay", "due_on": date(2030, 6, 4), "post": None}


def add_to(world: dict[str, list[Any]], cast: Cast) -> None:
    """Prepare two reports of everything: one is issued, and the committee wants to hear more."""
    report = prepared(cast, title="The report that was issued")
    issue = issued(cast, report)
    decision = record_decision(
        issue=issue,
        values={
            "kind": "officer-called",
            "decided_on": clock.today(),
            "minute_reference": "7.2",
            "words": "The officer is called.",
        },
        programme=ITEM,
        by=cast.democratic_services,
    )
    world["follow-up"] = [report.pk]
    world["unissued follow-up"] = [prepared(cast, title="The report that was not issued").pk]
    world["follow-up version"] = [report.pk, issue.number]
    world["committee decision"] = [decision.pk]
    world["programme item"] = [decision.programme.get().pk]
