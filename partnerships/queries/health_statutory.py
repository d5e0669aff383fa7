"""Does a partnership of a statutory kind have every member that an Act names?"""

from collections.abc import Sequence
from datetime import date

from govreg.core.access import Permission
from partnerships.models import Partnership

from .health import Point, Standing, State, register
from .statutory_members import RequiredLine, statutory_lines

NO_KIND = "No statutory kind is recorded for it."
NO_LIST = "No list of its statutory members is in force."


def statutory_members(partnerships: Sequence[Partnership], on: date) -> dict[int, Standing]:
    """Judge whether every member that the law names has a seat; one query at most."""
    lines = statutory_lines(partnerships, on=on)
    return {
        p.pk: _standing(lines[p.pk]) if p.pk in lines else Standing(State.NOT_APPLICABLE, NO_KIND)
        for p in partnerships
    }


def _standing(lines: Sequence[RequiredLine]) -> Standing:
    if not lines:
        return Standing(State.NOT_APPLICABLE, NO_LIST)
    missing = [line.required.name for line in lines if not line.is_met]
    if missing:
        return Standing(State.MISSING, f"Without a seat: {'; '.join(missing)}.")
    return Standing(State.MET, f"All {len(lines)} that the law names are members.")


register(
    Point(
        "statutory",
        "Statutory members",
        statutory_members,
        "partnerships:statutory",
        "See who is missing",
        Permission.KEEP_MEMBERSHIP,
    ),
    position=45,
)
