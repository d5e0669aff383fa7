"""Which follow-up reports can a story add one by one, and which pages list them?"""

from typing import Any

from govreg.core import clock
from govreg.reports.models import FollowUpIssue, FollowUpReport
from govreg.reports.services.committee_decisions import record_decision
from tests.people import Cast
from tests.reports.preparing import issued, of_the_trust, of_west, prepared

ITEM = {"due_on": None, "post": None}


def follow_up_prepared(cast: Cast, i: int) -> None:
    prepared(cast, title=f"Grown {i}", **(of_west() if i % 2 else of_the_trust()))


def _grown(cast: Cast) -> FollowUpReport:
    found = FollowUpReport.objects.filter(title="Grown").first()
    return found or prepared(cast, title="Grown", priority="*", **of_the_trust())


def follow_up_issued(cast: Cast, i: int) -> None:
    by = (cast.democratic_services, cast.partnerships_officer)[i % 2]
    issued(cast, _grown(cast), what_changed=f"Grown {i}", by=by)


def committee_decided(cast: Cast, i: int) -> None:
    report = _grown(cast)
    issue = FollowUpIssue.objects.filter(report=report).first() or issued(cast, report)
    by = (cast.democratic_services, cast.partnerships_officer)[i % 2]
    record_decision(
        issue=issue,
        values={
            "kind": "further-scrutiny",
            "decided_on": clock.today(),
            "minute_reference": f"Grown {i}",
            "words": "More is to be seen.",
        },
        programme=ITEM | {"what": f"Grown {i}"},
        by=by,
    )


def grown_report() -> int:
    return int(FollowUpReport.objects.get(title="Grown").pk)


GROWING: list[Any] = [
    (
        follow_up_prepared,
        [
            ("democratic_services", "/follow-up/?words=Grown"),
            ("area_manager_west", "/follow-up/?words=Grown&export=csv"),
        ],
    ),
    (follow_up_issued, [("scrutiny_member", "/follow-up/{grown_report}/")]),
    (
        committee_decided,
        [
            ("democratic_services", "/follow-up/{grown_report}/version/1/"),
            ("democratic_services", "/work-programme/?words=Grown"),
            ("scrutiny_member", "/work-programme/?words=Grown&export=csv"),
        ],
    ),
]
