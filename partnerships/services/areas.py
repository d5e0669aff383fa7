"""How are the areas kept for which figures are known?"""

from collections.abc import Mapping
from typing import Any

from govreg.core.access import Permission
from govreg.core.editing.versions import locked
from govreg.core.history.change import change
from govreg.core.history.values import put
from govreg.core.refusals import enforce
from partnerships.models import Area
from partnerships.rules import areas as rules

EDITABLE = ("name", "kind", "position", "is_closed")


def keeps_areas(by: Any) -> bool:
    """Say whether a person keeps the council's areas; the register's own commands may."""
    return (
        by is None
        or by.may(Permission.ADMINISTER_REFERENCE)
        or by.may(Permission.KEEP_PARTNERSHIPS)
    )


def add_area(*, values: Mapping[str, Any], by: Any) -> Area:
    """Add an area."""
    with change(verb="Added an area", by=by):
        return _put(Area(), values, by=by)


def change_area(
    *, area: Area, version: int, values: Mapping[str, Any], by: Any, reason: str
) -> Area:
    """Change what an area is called, where it stands, or whether it is closed."""
    with change(verb="Changed an area", by=by, reason=reason):
        return _put(locked(Area, area.pk, version=version), values, by=by)


def _put(area: Area, values: Mapping[str, Any], *, by: Any) -> Area:
    enforce(rules.refusal_to_keep_areas(may_keep=keeps_areas(by)))
    put(area, values, allowed=EDITABLE)
    same = Area.objects.filter(name__iexact=area.name).exclude(pk=area.pk)
    enforce(rules.refusal_of_area_name(name=area.name, is_taken=same.exists()))
    area.save()
    return area
