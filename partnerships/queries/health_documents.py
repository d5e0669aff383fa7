"""Has each body its terms of reference, and are they in date?"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import starmap
from typing import Any

from django.db.models import CharField, DateField, F, Value

from govreg.core.access import Permission
from govreg.core.prepared import prepared
from govreg.core.ui.words import long_date
from partnerships.models import Body, DocumentVersion, GovernanceDocument, Partnership

from .documents import soon_after
from .health import Point, Standing, State, register

Kind = GovernanceDocument.Kind
TERMS = (Kind.TERMS_OF_REFERENCE, Kind.CONSTITUTION)
#: A partnership that works under one of these may need no terms of reference of its own.
INSTEAD = (Kind.PARTNERSHIP_AGREEMENT, Kind.MEMORANDUM)
BODY = "body"
MOST_NAMED = 3
COLUMNS = ("whose", "what", "of", "name", "due")


@dataclass(frozen=True, slots=True)
class Line:
    """A document in force (by its kind), or a body that is to have one of its own."""

    whose: int
    what: str
    of: int | None
    name: str
    due: date | None


def terms_in_date(partnerships: Sequence[Partnership], on: date) -> dict[int, Standing]:
    """Judge whether terms of reference or a constitution are there, and reviewed in time."""
    keys = [p.pk for p in partnerships]
    found: dict[int, list[Line]] = defaultdict(list)
    for line in starmap(Line, _lines(keys=keys, on=on)):
        found[line.whose].append(line)
    soon = soon_after(on)
    return {pk: _standing(found.get(pk, []), on, soon) for pk in keys}


@prepared
def _lines(keys: Sequence[int], on: date) -> Any:
    """Return the documents in force and the bodies that are to have one, in one query."""
    held = DocumentVersion.objects.that_held(on=on).filter(
        document__partnership__in=keys, document__kind__in=(*TERMS, *INSTEAD)
    )
    documents = held.annotate(
        whose=F("document__partnership"),
        what=F("document__kind"),
        of=F("document__body"),
        name=F("document__title"),
        due=F("document__review_due"),
    )
    bodies = (
        Body.objects.in_force(on=on)
        .filter(partnership__in=keys)
        .exclude(governing_document="")
        .annotate(
            whose=F("partnership"),
            what=Value(BODY, output_field=CharField()),
            of=F("pk"),
            due=Value(None, output_field=DateField()),
        )
    )
    own = bodies.order_by().values_list(*COLUMNS)
    return documents.order_by().values_list(*COLUMNS).union(own, all=True)


def _standing(lines: Sequence[Line], on: date, soon: date) -> Standing:
    terms = [line for line in lines if line.what in TERMS]
    having = {line.of for line in terms}
    # One for the partnership as a whole stands for its bodies too.
    bodies = [] if None in having else [line for line in lines if line.what == BODY]
    without = [body.name for body in bodies if body.of not in having]
    if not terms and not without:
        instead = next((line for line in lines if line.what in INSTEAD), None)
        if instead:
            return Standing(State.NOT_APPLICABLE, f"It works under “{instead.name}”.")
        return Standing(State.MISSING, "No terms of reference in force are recorded.")
    if without:
        return Standing(State.MISSING, f"None in force is recorded for {_named(without)}.")
    return _of_reviews(terms, on, soon)


def _of_reviews(terms: Sequence[Line], on: date, soon: date) -> Standing:
    dated = sorted((line.due, line.name) for line in terms if line.due)
    overdue = [name for due, name in dated if due < on]
    if overdue:
        first = dated[0][0]
        return Standing(
            State.OVERDUE,
            f"The review of {_named(overdue)} was due on {long_date(first)}."
            if len(overdue) == 1
            else f"The reviews of {_named(overdue)} are overdue, the first since "
            f"{long_date(first)}.",
            first,
        )
    undated = [line.name for line in terms if line.due is None]
    if undated:
        return Standing(State.MISSING, f"No date is set for the review of {_named(undated)}.")
    due, name = dated[0]
    state = State.DUE if due <= soon else State.MET
    return Standing(state, f"In force; “{name}” is to be reviewed by {long_date(due)}.", due)


def _named(names: Sequence[str]) -> str:
    """Name the first few, and count the rest."""
    several = list(dict.fromkeys(names))
    shown = ", ".join(f"“{name}”" for name in several[:MOST_NAMED])
    more = len(several) - MOST_NAMED
    return f"{shown} and {more} more" if more > 0 else shown


register(
    Point(
        "terms",
        "Terms of reference in date",
        terms_in_date,
        "partnerships:partnership-documents",
        "See the documents",
        Permission.KEEP_MEMBERSHIP,
    ),
    position=52,
)
