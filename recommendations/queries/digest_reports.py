"""Which performance reports to bodies wait on a day for the lead officers of their partnerships?

The owner is the one whose gap it is in the governance of the partnership: its lead officer, who
answers to the council for it.
"""

from collections.abc import Iterable
from datetime import date

from govreg.core.ui.addresses import address_of
from govreg.core.ui.words import long_date
from partnerships.models import Partnership
from partnerships.queries.health import NOT_AT_WORK
from partnerships.queries.performance_reports import BodyDue, reports_waiting
from recommendations.rules.digests import Concern, Item, Kind

from .digest_concerns import on_one_line
from .digest_people import Line


def of_reports(line: Line, leading: Iterable[int], *, on: date) -> list[Item]:
    """Return the reports that are overdue or due soon, of the partnerships that some posts lead.

    Needs a constant number of queries.
    """
    led = Partnership.objects.filter(lead__in=list(leading)).exclude(status__in=NOT_AT_WORK)
    waiting = reports_waiting(list(led), on=on)
    waiting.sort(key=lambda one: (one.due or on, one.body.pk))
    return [_item(one, line) for one in waiting]


def _item(one: BodyDue, line: Line) -> Item:
    partnership, verb = one.body.partnership, "was" if one.is_overdue else "is"
    due = long_date(one.due) if one.due else ""
    last = f" It was last told on {long_date(one.last)}." if one.last else ""
    return Item(
        kind=Kind.REPORT_OVERDUE if one.is_overdue else Kind.REPORT_DUE,
        title=on_one_line(f"{one.body.name}, {partnership.name}"),
        detail=f"The report {verb} due on {due}, at {one.a_year} a year.{last}",
        path=address_of("partnerships:reporting", partnership.reference),
        concern=Concern(
            status="", scopes=frozenset({partnership.scope_id}), review_scopes=frozenset()
        ),
        whom=frozenset(line.posts.get(partnership.lead_id or 0, ())),
    )
