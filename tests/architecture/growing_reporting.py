"""Which reporting lines and reports can a story add one by one, and which pages show them?"""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from govreg.core import clock
from partnerships.models import Organisation, Partnership, ReportingLine
from partnerships.services.reporting import add_line, record_report
from tests.people import Cast

from .growing import body_of, trust


def line(cast: Cast, i: int) -> ReportingLine:
    """A line of the trust with a report, and one that reaches it from another partnership."""
    by, today = cast.partnerships_officer, clock.today()
    own = body_of(cast, i)
    to = ({"to_words": f"Grown {i}"}, {"to_body": own}, {"to_partnership": _other()})[i % 3]
    if i % 3 == 0:
        to = {"to_organisation": Organisation.objects.order_by("pk")[i]}
    values = {"mechanism": f"Grown {i}", "frequency_months": 3, **to}
    made = add_line(partnership=trust(), values=values, by=by)
    report(cast, i, made)
    back = {"mechanism": f"Grown {i}", "to_body": own, "start": today - timedelta(days=200)}
    add_line(partnership=_other(), values={**back, "frequency_months": 3}, by=by)
    return made


def _other() -> Partnership:
    return Partnership.objects.get(reference="dp-west")


def report(cast: Cast, i: int, to: ReportingLine | None = None) -> None:
    """One more report of one line."""
    one = to or ReportingLine.objects.filter(mechanism="Grown 0", partnership=trust()).first()
    made = clock.today() - timedelta(days=100 + i)
    values = {"day": made, "what": f"Grown {i}", "minute_reference": f"Minute {i}"}
    by = cast.partnerships_officer
    if one is None:
        line(cast, 0)
    else:
        record_report(line=one, values=values, by=by)


def first_line() -> int:
    return ReportingLine.objects.get(mechanism="Grown 0", partnership=trust()).pk


GROWING: list[tuple[Callable[[Cast, int], Any], list[tuple[str, str]]]] = [
    (
        line,
        [
            ("partnerships_officer", "/partnerships/children-leeds/reporting/"),
            ("auditor", "/reporting/?standing=all&mechanism=Grown"),
            ("auditor", "/reporting/?export=csv"),
        ],
    ),
    (report, [("lead_officer", "/partnerships/children-leeds/reporting/{line}/")]),
]
