"""How is a partnership built: which body stands at the top, which support it, who reports where?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Prefetch, QuerySet

from partnerships.models import Body, BodyReportsTo, Partnership

from .particulars import without_particulars

TOP_KINDS = (Body.Kind.BOARD, Body.Kind.EXECUTIVE)


@dataclass(frozen=True, slots=True)
class ThemeGroups:
    """The groups for themes under their local name, and the bodies they report to."""

    body: Body
    reports_to: list[Body]


@dataclass(frozen=True, slots=True)
class Arrangements:
    """The working arrangements of one partnership: one line of the auditors' table of 2005."""

    partnership: Partnership
    top: list[Body]
    support: list[Body]
    theme_groups: list[ThemeGroups]


@dataclass(slots=True)
class Place:
    """A body in the structure, the further bodies it reports to, and the bodies below it."""

    body: Body
    also_reports_to: list[Body] = field(default_factory=list)
    below: list["Place"] = field(default_factory=list)


def with_lines(bodies: QuerySet[Any]) -> QuerySet[Any]:
    """Return bodies with what is needed to say where each of them stands."""
    found = bodies.select_related("partnership", "parent__partnership")
    lean: QuerySet[Any] = without_particulars(found, "partnership", "parent__partnership")
    lines = BodyReportsTo.objects.select_related("to__partnership")
    named = without_particulars(lines, "to__partnership")
    return lean.prefetch_related(Prefetch("reporting_lines", named, to_attr="lines"))


def bodies_in_being(partnerships: Iterable[Partnership], *, on: date) -> list[Body]:
    """Return the bodies that some partnerships have on a day, with their reporting lines."""
    found = Body.objects.in_force(on=on).filter(partnership__in=partnerships)
    return list(with_lines(found))


def reported_to(body: Body) -> list[Body]:
    """Return the bodies that a body, read with its `lines`, reports to, in their order."""
    lines: list[BodyReportsTo] = body.lines  # type: ignore[attr-defined]
    return [line.to for line in lines]


def arrangements(partnership: Partnership, bodies: Sequence[Body]) -> Arrangements:
    """Return the working arrangements that a partnership's bodies make."""
    own = [body for body in bodies if body.partnership_id == partnership.pk]
    return Arrangements(
        partnership,
        top=[b for b in own if b.kind in TOP_KINDS and not b.parent_id and not reported_to(b)],
        support=[b for b in own if b.kind == Body.Kind.CORE],
        theme_groups=[ThemeGroups(b, reported_to(b)) for b in own if b.kind == Body.Kind.THEME],
    )


def structure(bodies: Sequence[Body]) -> list[Place]:
    """Return the bodies as a tree: under what they are part of, or else report to.

    A body that reports to several stands under the first and names the others. None is lost, even
    where bodies report to one another in a ring.
    """
    by_key = {body.pk: body for body in bodies}
    above = {body.pk: _above(body, by_key) for body in bodies}
    placed: set[int] = set()
    roots = [_place(b, bodies, above, placed) for b in bodies if above[b.pk] is None]
    rings = [_place(b, bodies, above, placed) for b in bodies if b.pk not in placed]
    return roots + rings


def _above(body: Body, known: dict[int, Body]) -> int | None:
    candidates = [body.parent_id, *(to.pk for to in reported_to(body))]
    return next((pk for pk in candidates if pk in known), None)


def _place(
    body: Body, bodies: Sequence[Body], above: dict[int, int | None], placed: set[int]
) -> Place:
    placed.add(body.pk)
    place = Place(body, [to for to in reported_to(body) if to.pk != above[body.pk]])
    for other in bodies:
        if above[other.pk] == body.pk and other.pk not in placed:
            place.below.append(_place(other, bodies, above, placed))
    return place
