"""How does the register describe the structure of the partnership reviewed?"""

from collections.abc import Iterable
from datetime import date

from govreg.reports.queries.review_facts import ReviewFacts
from partnerships.models import Body, Partnership

from .parts import Component, Structure


def build_structure(facts: ReviewFacts, *, on: date) -> Structure | None:
    """Return the partnership's bodies in force on the day, or None where no Appendix 2 is due."""
    if facts.structure is None:
        return None
    return structure_of(facts.structure, facts.bodies, on=on)


def structure_of(partnership: Partnership, recorded: Iterable[Body], *, on: date) -> Structure:
    """Return the bodies of a partnership that were in force on a day, each with those below it."""
    return Structure(
        partnership=partnership.name,
        kind=partnership.get_kind_display(),
        components=_below(None, [body for body in recorded if body.is_in_force(on=on)]),
    )


def _below(parent: int | None, bodies: list[Body]) -> tuple[Component, ...]:
    present = {body.pk for body in bodies}
    return tuple(
        Component(
            name=body.name,
            local_term=body.local_term,
            kind=body.get_kind_display(),
            layer=body.get_layer_display() if body.layer else "",
            meetings=body.meetings,
            composition=body.composition,
            function=body.function,
            governing_document=(
                body.get_governing_document_display() if body.governing_document else ""
            ),
            components=_below(body.pk, bodies),
        )
        for body in bodies
        if (body.parent_id if body.parent_id in present else None) == parent
    )
