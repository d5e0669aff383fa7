"""What did the register say of a partnership at the end of a past day?

It says what was recorded then, with the words of that day. What was recorded later, even of an
earlier day, is not in it: that is what an inspector asks for who wants to know what was known.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from govreg.core.history.moments import Moment
from govreg.core.ui.components import SummaryRow
from partnerships.models import (
    Body,
    BodyReportsTo,
    Membership,
    Organisation,
    Partnership,
    PartnershipAlias,
)

from .health import health_of, points
from .health_panel import HealthLine
from .members import counted_by_sector
from .particulars import particulars_of
from .partnership_page import entry_of
from .structure_page import StructurePage, structure_of


@dataclass(frozen=True, slots=True)
class PastPartnership:
    """A partnership as the register described it at the end of a day."""

    name: str
    status: str
    entry: list[SummaryRow]
    particulars: list[SummaryRow]
    health: list[HealthLine]
    aliases: list[PartnershipAlias]
    structure: StructurePage
    members: list[Membership]
    sectors: list[tuple[str, int]]


def partnership_as_at(partnership: Partnership, *, on: date) -> PastPartnership | None:
    """Return what was recorded of a partnership at the end of a day; None where nothing was."""
    moment = Moment(on)
    found = moment.rows(Partnership, id=partnership.pk)
    if not found:
        return None
    then = found[0]
    moment.attach(found, "parent", "accountable_body", "lead", "deputy", "lead_member")
    members = _members(then, moment)
    return PastPartnership(
        name=then.name,
        status=then.get_status_display(),
        entry=entry_of(then, parent=then.parent),
        particulars=particulars_of(then),
        health=_health(then, on),
        aliases=moment.rows(PartnershipAlias, partnership_id=then.pk),
        structure=structure_of(then, _areas(then), _bodies(then, moment)),
        members=members,
        sectors=counted_by_sector({s.organisation for s in members if not s.is_vacant}),
    )


def first_recorded(partnership: Partnership) -> Any:
    """Return the moment at which the register first said anything of a partnership."""
    history: Any = Partnership.history  # type: ignore[attr-defined]
    return history.filter(id=partnership.pk).earliest("history_date", "history_id").history_date


def _areas(then: Partnership) -> list[Partnership]:
    return [then] if then.kind == Partnership.Kind.AREA else []


def _bodies(then: Partnership, moment: Moment) -> list[Body]:
    """Return the bodies in being on the day, each with its lines to those it reported to."""
    recorded = moment.rows(Body, partnership_id=then.pk)
    bodies = [body for body in recorded if body.is_in_force(on=moment.day)]
    for body in bodies:
        body.partnership = then
    known = {body.pk: body for body in bodies}
    lines = moment.rows(BodyReportsTo, body_id__in=sorted(known))
    moment.attach(lines, "to")
    moment.attach([line.to for line in lines], "partnership")
    for body in bodies:
        body.lines = [line for line in lines if line.body_id == body.pk]  # type: ignore[attr-defined]
        body.parent = known.get(body.parent_id or 0)
    return sorted(bodies, key=lambda body: (body.position, body.name, body.pk))


def _members(then: Partnership, moment: Moment) -> list[Membership]:
    """Return the seats held on the day, by the organisations' names of that day."""
    recorded = moment.rows(Membership, partnership_id=then.pk)
    seats = [seat for seat in recorded if seat.is_in_force(on=moment.day)]
    moment.attach(seats, "organisation", "body", "post")
    for seat in seats:
        seat.partnership = then
    return sorted(seats, key=lambda seat: (_name(seat.organisation), seat.pk))


def _name(organisation: Organisation) -> str:
    return organisation.name.casefold()


def _health(then: Partnership, on: date) -> list[HealthLine]:
    standings = health_of([then], on=on)[then.pk]
    return [HealthLine(point.title, standings[point.key]) for point in points()]
