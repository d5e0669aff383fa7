"""How does a body meet on a day, by the arrangement of that day and by its own entry?"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from govreg.core.ui.components import SummaryRow
from partnerships.models import Body, MeetingArrangement


@dataclass(frozen=True, slots=True)
class Standing:
    """What holds on a day; None or "" where nothing is recorded."""

    meetings_a_year: int | None
    chair_selection: str
    quorum: int | None = None
    usual_day: str = ""
    usual_time: time | None = None
    usual_place: str = ""
    clerk: Any = None
    since: date | None = None


def standing_of(body: Body, *, on: date) -> Standing:
    """Return how a body meets on a day, in one query."""
    found = body.meeting_arrangements.filter(start__lte=on).select_related("clerk")
    return _standing(body, found.order_by("-start").first())


def _standing(body: Body, dated: MeetingArrangement | None) -> Standing:
    """Return what a dated arrangement says, and the body's own entry where it is silent."""
    if dated is None:
        return Standing(body.meetings_a_year, body.chair_selection)
    own_count = dated.meetings_a_year is not None
    return Standing(
        meetings_a_year=dated.meetings_a_year if own_count else body.meetings_a_year,
        chair_selection=dated.chair_selection or body.chair_selection,
        quorum=dated.quorum,
        usual_day=dated.usual_day,
        usual_time=dated.usual_time,
        usual_place=dated.usual_place,
        clerk=dated.clerk,
        since=dated.start,
    )


def now_and_others(
    body: Body, arrangements: Iterable[MeetingArrangement], *, on: date
) -> tuple[Standing, list[MeetingArrangement]]:
    """Return what holds on a day, and the arrangements before and after."""
    listed = list(arrangements)
    ruling = next((one for one in listed if one.start <= on), None)
    return _standing(body, ruling), [one for one in listed if one is not ruling]


def rows_of(standing: Standing) -> list[SummaryRow]:
    """Return the lines of a summary."""
    from govreg.core.ui.lists.cells import link

    clerk = standing.clerk
    return [
        SummaryRow("Meetings a year", standing.meetings_a_year),
        SummaryRow("Usual day", standing.usual_day),
        SummaryRow("Usual time", clock_time(standing.usual_time)),
        SummaryRow("Usual place", standing.usual_place),
        SummaryRow("How the chair is chosen", standing.chair_selection),
        SummaryRow("Quorum", standing.quorum),
        SummaryRow("Clerk", link(clerk.get_absolute_url(), clerk) if clerk else None),
    ]


def clock_time(value: time | None) -> str:
    """Return "2:05pm"; nothing for no time."""
    if value is None:
        return ""
    half = "am" if value.hour < 12 else "pm"
    return f"{value.hour % 12 or 12}:{value.minute:02d}{half}"
