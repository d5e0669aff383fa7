"""How are the priority scales kept from which reviews start?"""

from collections.abc import Sequence
from typing import Any

from govreg.core.editing.versions import locked
from govreg.core.history.change import change
from govreg.core.refusals import Refusal, Refused
from reviews.models import PriorityLevel, PriorityScale

Level = tuple[str, str]
"""A mark and its meaning; the most serious comes first."""


def add_scale(*, name: str, levels: Sequence[Level], by: Any, reason: str = "") -> PriorityScale:
    """Add a scale with its levels, the most serious first."""
    _refuse_taken_name(name)
    with change(verb="Added a priority scale", by=by, reason=reason):
        scale = PriorityScale(name=name.strip())
        scale.save()
        _write_levels(scale, levels)
    return scale


def change_scale(
    *,
    scale: PriorityScale,
    version: int,
    name: str,
    levels: Sequence[Level],
    by: Any,
    reason: str,
) -> PriorityScale:
    """Change a scale for the reviews to come; reviews already begun keep their own legend."""
    _refuse_taken_name(name, besides=scale.pk)
    with change(verb="Changed a priority scale", by=by, reason=reason):
        scale = locked(PriorityScale, scale.pk, version=version)
        scale.name = name.strip()
        scale.save()
        for level in scale.levels.all():
            level.delete()
        _write_levels(scale, levels)
    return scale


def _write_levels(scale: PriorityScale, levels: Sequence[Level]) -> None:
    if not levels:
        raise Refused(Refusal("no-levels", "A scale needs at least one level."))
    if len({mark for mark, _meaning in levels}) < len(levels):
        raise Refused(Refusal("mark-twice", "Each level needs a mark of its own."))
    for rank, (mark, meaning) in enumerate(levels, start=1):
        PriorityLevel(scale=scale, mark=mark.strip(), meaning=meaning.strip(), rank=rank).save()


def _refuse_taken_name(name: str, besides: Any = None) -> None:
    same = PriorityScale.objects.filter(name__iexact=name.strip()).exclude(pk=besides)
    if same.exists():
        raise Refused(Refusal("scale-known", f"There is already a scale “{name.strip()}”."))
