"""How is it kept what others said of a structure?"""

from collections.abc import Mapping
from typing import Any

from govreg.core import clock
from govreg.core.editing.versions import locked
from govreg.core.history.change import change
from govreg.core.history.values import put
from govreg.core.refusals import enforce
from partnerships.models import Partnership, StructureDescription
from partnerships.rules.structure_descriptions import refusal_of_description

from .allowed import enforce_keeping

EDITABLE = ("day", "source", "text")


def add_description(
    *, partnership: Partnership, values: Mapping[str, Any], by: Any, reason: str = ""
) -> StructureDescription:
    """Add what a report or paper said of a partnership's structure."""
    scope = partnership.scope
    with change(verb="Added a description of the structure", by=by, reason=reason, scope=scope):
        enforce_keeping(partnership, by=by)
        return _saved(StructureDescription(partnership=partnership), values)


def correct_description(
    *,
    description: StructureDescription,
    version: int,
    values: Mapping[str, Any],
    by: Any,
    reason: str = "",
) -> StructureDescription:
    """Correct a description. Raises StaleVersion when somebody saved it meanwhile."""
    partnership = description.partnership
    verb, scope = "Corrected a description of the structure", partnership.scope
    with change(verb=verb, by=by, reason=reason, scope=scope):
        enforce_keeping(partnership, by=by)
        found = locked(StructureDescription, description.pk, version=version)
        found.partnership = partnership
        return _saved(found, values)


def _saved(description: StructureDescription, values: Mapping[str, Any]) -> StructureDescription:
    put(description, values, allowed=EDITABLE)
    same = StructureDescription.objects.filter(
        partnership=description.partnership, day=description.day, source=description.source
    ).exclude(pk=description.pk)
    today, taken = clock.today(), same.exists()
    enforce(refusal_of_description(day=description.day, today=today, taken=taken))
    description.save()
    return description
