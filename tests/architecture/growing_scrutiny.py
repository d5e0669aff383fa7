"""Which reports to scrutiny, and what they tell, can a story add one by one?"""

from collections.abc import Callable
from typing import Any

from govreg.core import clock
from govreg.reports.models import ScrutinyIssue
from govreg.reports.services.committee_decisions import record_decision
from govreg.reports.services.scrutiny import add_section
from tests.people import Cast
from tests.reports.scrutiny_reports import issued, of_leeds, prepared

from .growing_joint_working import case_study


def scrutiny_report(cast: Cast, i: int) -> None:
    """One more report, on one of three quarters."""
    prepared(cast, f"2006-07-q{i % 3 + 1}", subject=f"Grown {i}")


def scrutiny_section(cast: Cast, i: int) -> None:
    """One more section that tells one more case study and good practice, and shows every table."""
    case_study(cast, i)
    report = of_leeds()
    west = report.plan.plans.get(short_name="West")
    study, note = (found.order_by("-pk")[0] for found in (west.case_studies, west.good_practice))
    named = [f"case study {study.pk}", f"good practice {note.pk}", "engagement", "late answers"]
    text = "\n\n".join([f"Grown {i}", *(f"[{name}]" for name in named)])
    values = {"title": f"Grown {i}", "text": text}
    add_section(report=report, values=values, by=cast.democratic_services)


def scrutiny_issue(cast: Cast, i: int) -> None:
    """One more version of the report."""
    by = (cast.democratic_services, cast.partnerships_officer)[i % 2]
    issued(cast, of_leeds(), what_changed=f"Grown {i}", by=by)


def scrutiny_decision(cast: Cast, i: int) -> None:
    """One more decision on a version, with what follows from it."""
    issue = ScrutinyIssue.objects.first() or issued(cast, of_leeds())
    record_decision(
        issue=issue,
        values={
            "kind": "further-scrutiny",
            "decided_on": clock.today(),
            "minute_reference": f"Grown {i}",
            "words": "More is to be seen.",
        },
        programme={"what": f"Grown {i}", "due_on": None, "post": None},
        by=(cast.democratic_services, cast.partnerships_officer)[i % 2],
    )


def the_report() -> int:
    """Return the number of the report that grows."""
    return int(of_leeds().pk)


GROWING: list[tuple[Callable[[Cast, int], Any], list[tuple[str, str]]]] = [
    (
        scrutiny_report,
        [
            ("democratic_services", "/scrutiny/?words=Grown"),
            ("democratic_services", "/scrutiny/?words=Grown&export=csv"),
        ],
    ),
    (scrutiny_section, [("democratic_services", "/scrutiny/{scrutiny}/")]),
    (
        scrutiny_decision,
        [
            ("democratic_services", "/scrutiny/{scrutiny}/version/1/"),
            ("democratic_services", "/work-programme/?words=Grown"),
        ],
    ),
    (scrutiny_issue, [("scrutiny_member", "/scrutiny/{scrutiny}/")]),
]
