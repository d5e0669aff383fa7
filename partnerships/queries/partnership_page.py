"""What does a partnership's own page show?"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.safestring import SafeString

from govreg.core.ui.charts import Node, structure_tree
from govreg.core.ui.components import SummaryRow
from govreg.core.ui.lists.cells import link
from govreg.core.ui.words import long_date
from partnerships.models import Body, Partnership, PartnershipAlias

from .health_panel import HealthLine, health_lines
from .members import NOW, Member, by_organisation, sectors, with_standing
from .particulars import particulars_of
from .structure import (
    Arrangements,
    Place,
    arrangements,
    bodies_in_being,
    structure,
)


@dataclass(frozen=True, slots=True)
class PartnershipPage:
    """Everything on the page that the partnership's own register knows."""

    health: list[HealthLine]
    entry: list[SummaryRow]
    particulars: list[SummaryRow]
    aliases: list[PartnershipAlias]
    components: list[Partnership]
    bodies: list[Body]
    arrangements: list[Arrangements]
    structure: list[Place]
    diagram: SafeString | None
    members: list[Member]
    sectors: list[tuple[str, int]]
    former: int


def partnership_page(partnership: Partnership, user: Any, *, on: date) -> PartnershipPage:
    """Return what the page of a partnership shows to a user on a day."""
    components = list(Partnership.objects.visible_to(user).filter(parent=partnership))
    areas = _areas(partnership, components)
    in_being = bodies_in_being({partnership, *areas}, on=on)
    bodies = [body for body in in_being if body.partnership_id == partnership.pk]
    seats = list(with_standing(partnership.memberships.all(), on=on))
    members = by_organisation(seat for seat in seats if seat.standing == NOW)
    places = structure(bodies)
    return PartnershipPage(
        health=health_lines(partnership, user, on=on),
        entry=_entry(partnership, user),
        particulars=particulars_of(partnership),
        aliases=list(partnership.aliases.all()),
        components=components,
        bodies=bodies,
        arrangements=[arrangements(area, in_being) for area in areas],
        structure=places,
        diagram=_diagram(partnership, places) if places else None,
        members=members,
        sectors=sectors(members),
        former=sum(seat.standing != NOW for seat in seats),
    )


def _entry(partnership: Partnership, user: Any) -> list[SummaryRow]:
    parent = partnership.parent
    known = parent and Partnership.objects.visible_to(user).filter(pk=parent.pk).exists()
    return [
        SummaryRow("Umbrella partnership", _linked(parent) if known else parent),
        SummaryRow("Area covered", partnership.area),
        SummaryRow("Purpose", partnership.purpose),
        SummaryRow("Legal basis", partnership.legal_basis),
        SummaryRow("Accountable body", _linked(partnership.accountable_body)),
        SummaryRow("Lead officer", _linked(partnership.lead)),
        SummaryRow("Established", _when(partnership)),
        SummaryRow("Approved by", partnership.approved_by),
    ]


def _when(partnership: Partnership) -> str:
    """Return when it was established: the words it is known in, and the day where it is known."""
    day = long_date(partnership.established_on)
    if partnership.established and day:
        return f"{partnership.established} ({day})"
    return partnership.established or day


def _linked(record: Any) -> Any:
    return link(record.get_absolute_url(), record) if record else None


def _areas(partnership: Partnership, components: list[Partnership]) -> list[Partnership]:
    """Return whose working arrangements are told: an area's own, or each area's under it."""
    if partnership.kind == Partnership.Kind.AREA:
        return [partnership]
    return [component for component in components if component.kind == Partnership.Kind.AREA]


def _diagram(partnership: Partnership, places: list[Place]) -> SafeString:
    root = Node(
        partnership.name,
        partnership.get_kind_display(),
        partnership.get_absolute_url(),
        [_node(place) for place in places],
    )
    title = f"Structure of {partnership.name}"
    return structure_tree(root, title=title, chart_id=f"structure-{partnership.pk}")


def _node(place: Place) -> Node:
    body = place.body
    also = ", ".join(to.name for to in place.also_reports_to)
    kind = f"{body.get_kind_display()}; also reports to {also}" if also else body.get_kind_display()
    return Node(body.name, kind, body.get_absolute_url(), [_node(p) for p in place.below])
