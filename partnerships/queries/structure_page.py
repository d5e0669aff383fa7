"""What does the page of a partnership's structure show?"""

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from django.utils.safestring import SafeString

from govreg.core.ui.charts import Node, structure_tree
from partnerships.models import Body, Partnership, StructureDescription

from .structure import Arrangements, Place, arrangements, bodies_in_being, structure


@dataclass(frozen=True, slots=True)
class StructurePage:
    """The bodies on a day: one by one, as working arrangements, as a tree and as a drawing."""

    bodies: list[Body]
    arrangements: list[Arrangements]
    places: list[Place]
    diagram: SafeString | None
    descriptions: list[StructureDescription] = field(default_factory=list)


def structure_page(partnership: Partnership, user: Any, *, on: date) -> StructurePage:
    """Return a partnership's bodies on a day, and the arrangements of the areas under it."""
    areas = _areas(partnership, user)
    in_being = bodies_in_being({partnership, *areas}, on=on)
    page = structure_of(partnership, areas, in_being)
    return replace(page, descriptions=descriptions_of(partnership, user, on=on))


def descriptions_of(partnership: Partnership, user: Any, *, on: date) -> list[StructureDescription]:
    """Return how reports up to a day described a partnership, or all under its umbrella."""
    described = StructureDescription.objects.visible_to(user).filter(day__lte=on)
    umbrella = [partnership.pk, *([partnership.parent_id] if partnership.parent_id else [])]
    found = described.filter(partnership__in=umbrella).select_related("partnership")
    return list(found.order_by("day", "pk"))


def structure_of(
    partnership: Partnership, areas: list[Partnership], in_being: list[Body]
) -> StructurePage:
    """Return what a page shows of bodies that were read with their reporting lines."""
    bodies = [body for body in in_being if body.partnership_id == partnership.pk]
    places = structure(bodies)
    return StructurePage(
        bodies=bodies,
        arrangements=[arrangements(area, in_being) for area in areas],
        places=places,
        diagram=_diagram(partnership, places) if places else None,
    )


def _areas(partnership: Partnership, user: Any) -> list[Partnership]:
    """Return whose working arrangements are told: an area's own, or each area's under it."""
    area = Partnership.Kind.AREA
    if partnership.kind == area:
        return [partnership]
    return list(Partnership.objects.visible_to(user).filter(parent=partnership, kind=area))


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
