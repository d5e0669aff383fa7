"""Which kinds of document has each body of a partnership on a day, and which has it not?"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from partnerships.models import (
    Body,
    DocumentState,
    DocumentVersion,
    GovernanceDocument,
    Partnership,
)

IN_FORCE, AGREED = "In force", "Agreed"
#: Kept with the meetings that they are of; a document of this kind still has its own row.
ONLY_WHERE_THERE = (GovernanceDocument.Kind.MINUTES, GovernanceDocument.Kind.OTHER)


@dataclass(frozen=True, slots=True)
class Held:
    """A document of a cell, and how it stood on the day."""

    document: GovernanceDocument
    standing: str


@dataclass(frozen=True, slots=True)
class Row:
    """One kind of document, and what each column has of it."""

    kind: str
    label: str
    cells: list[list[Held]]

    @property
    def is_empty(self) -> bool:
        """Whether nobody had one."""
        return not any(self.cells)


@dataclass(frozen=True, slots=True)
class Matrix:
    """Kinds by bodies; the first column is the partnership as a whole."""

    bodies: list[Body]
    rows: list[Row]


def document_matrix(partnership: Partnership, *, on: date) -> Matrix:
    """Return the matrix as it was on a day, in two queries.

    A draft governs nothing and is left out, as is what ended on a day that nobody knows.
    """
    bodies = list(Body.objects.in_force(on=on).filter(partnership=partnership))
    for body in bodies:
        body.partnership = partnership
    found: dict[tuple[str, int | None], list[Held]] = defaultdict(list)
    for version, standing in _versions(partnership, on):
        document = version.document
        document.partnership = partnership
        found[document.kind, document.body_id].append(Held(document, standing))
    columns = [None, *(body.pk for body in bodies)]
    rows = [
        Row(value, str(label), [found.get((value, column), []) for column in columns])
        for value, label in GovernanceDocument.Kind.choices
    ]
    kept = [row for row in rows if not row.is_empty or row.kind not in ONLY_WHERE_THERE]
    return Matrix(bodies, kept)


def _versions(partnership: Partnership, on: date) -> Sequence[tuple[DocumentVersion, str]]:
    """Return what was in force on a day, then what was agreed by then and not in force yet."""
    known = DocumentVersion.objects.filter(document__partnership=partnership)
    known = known.select_related("document").order_by("document__title", "-pk")
    held = list(known.that_held(on=on))
    to_come = Q(state=DocumentState.AGREED) | Q(
        state__in=(DocumentState.IN_FORCE, DocumentState.SUPERSEDED), start__gt=on
    )
    taken = {version.document_id for version in held}
    agreed = {
        version.document_id: version
        for version in known.filter(to_come, agreed_on__lte=on)
        if version.document_id not in taken
    }
    return [(v, IN_FORCE) for v in held] + [(v, AGREED) for v in agreed.values()]
