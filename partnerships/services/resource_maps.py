"""How is an area's resource map entered and changed?"""

from collections.abc import Mapping, Sequence
from typing import Any

from govreg.core.editing.versions import locked
from govreg.core.history.change import change
from govreg.core.history.values import put
from govreg.core.refusals import enforce
from partnerships.models import ResourceLine, ResourceMap
from partnerships.rules.amounts import refusal_of_amount, refusal_of_year
from partnerships.rules.resource_maps import refusal_of_lines, refusal_of_title

from .allowed import enforce_keeping_resource_maps

STATED = ("stated_partnership", "stated_mainstream")
EDITABLE = ("area", "title", "financial_year", "source", *STATED, "note", "is_example")
OF_A_LINE = ("kind", "holder", "amount", "note")


def add_resource_map(
    *, values: Mapping[str, Any], lines: Sequence[Mapping[str, Any]], by: Any, reason: str = ""
) -> ResourceMap:
    """Enter a map with its lines."""
    with change(verb="Added a resource map", by=by, reason=reason):
        enforce_keeping_resource_maps(by=by)
        made = ResourceMap()
        _keep(made, values, lines)
    return made


def change_resource_map(
    *,
    resource_map: ResourceMap,
    version: int,
    values: Mapping[str, Any],
    lines: Sequence[Mapping[str, Any]],
    by: Any,
    reason: str,
) -> ResourceMap:
    """Change a map; its lines become those given, in their order."""
    with change(verb="Changed a resource map", by=by, reason=reason):
        enforce_keeping_resource_maps(by=by)
        found = locked(ResourceMap, resource_map.pk, version=version)
        _keep(found, values, lines)
    return found


def _keep(
    thing: ResourceMap, values: Mapping[str, Any], lines: Sequence[Mapping[str, Any]]
) -> None:
    put(thing, values, allowed=EDITABLE)
    if thing.financial_year:
        enforce(refusal_of_year(thing.financial_year))
    for name in STATED:
        enforce(refusal_of_amount(getattr(thing, name), what="The stated total"))
    enforce(refusal_of_lines(count=len(lines)))
    same = ResourceMap.objects.filter(title=thing.title, financial_year=thing.financial_year)
    enforce(refusal_of_title(taken=same.exclude(pk=thing.pk).exists()))
    thing.save()
    present = list(thing.lines.all())
    for position, given in enumerate(lines):
        line = present[position] if position < len(present) else ResourceLine()
        before = (line.position, *(getattr(line, name) for name in OF_A_LINE))
        line.resource_map, line.position = thing, position
        put(line, given, allowed=OF_A_LINE)
        enforce(refusal_of_amount(line.amount, what=f"The amount of {line.holder}"))
        if line.pk is None or before != (position, *(getattr(line, n) for n in OF_A_LINE)):
            line.save()
    for line in present[len(lines) :]:
        line.resource_map = thing
        line.delete()
