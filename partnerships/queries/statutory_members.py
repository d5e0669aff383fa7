"""Who must be a member of which partnership on a day, and who of them is missing?"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from django.db.models import CharField, F, QuerySet, Value
from django.db.models.functions import Cast, Coalesce
from django.utils.text import slugify

from govreg.core.periods import holds
from govreg.core.prepared import prepared
from partnerships.models import Membership, Organisation, Partnership, RequiredMember

SHIPPED = Path(__file__).resolve().parents[1] / "statutory_members.yaml"
KINDS = dict(Partnership.StatutoryKind.choices)
ORGANISATIONS = dict(Organisation.Kind.choices)


@dataclass(frozen=True, slots=True)
class Required:
    """One entry of a list: shipped, or of the register's own (`is_own`)."""

    statutory_kind: str
    organisation_kind: str
    as_post: str
    start: date
    end: date | None
    basis: str
    is_own: bool = False

    @property
    def key(self) -> str:
        """What names the entry in an address."""
        post = f"_{slugify(self.as_post)}" if self.as_post else ""
        return f"{self.statutory_kind}_{self.organisation_kind}_{self.start:%Y%m%d}{post}"

    @property
    def partnership(self) -> str:
        """The kind of partnership, in words."""
        return str(KINDS[self.statutory_kind])

    @property
    def name(self) -> str:
        """Who must be a member: "Local authority, Councillor"."""
        kind = str(ORGANISATIONS[self.organisation_kind])
        return f"{kind}: {self.as_post}" if self.as_post else kind

    def is_in_force(self, *, on: date) -> bool:
        """Say whether the entry holds on a day."""
        return holds(self.start, self.end, on=on)


@dataclass(frozen=True, slots=True)
class HeldSeat:
    """What is needed of a seat to match it: the kind of organisation, and who represents it."""

    organisation_kind: str
    represented_by: str
    organisation: str = ""

    def answers(self, required: Required) -> bool:
        """Say whether the seat is that of a required member."""
        if self.organisation_kind != required.organisation_kind:
            return False
        return required.as_post.casefold() in self.represented_by.casefold()


@dataclass(frozen=True, slots=True)
class RequiredLine:
    """An entry, and who answers to it on a partnership."""

    required: Required
    members: list[str]

    @property
    def is_met(self) -> bool:
        """Whether somebody answers to it."""
        return bool(self.members)


@cache
def shipped() -> tuple[Required, ...]:
    """Return the lists that come with the register."""
    lists = yaml.safe_load(SHIPPED.read_text(encoding="utf-8"))
    return tuple(
        Required(
            one["kind"],
            row["organisation"],
            row.get("as", ""),
            row["from"],
            row.get("to"),
            one["basis"],
        )
        for one in lists
        for row in one["members"]
    )


def merged(own: Iterable[Required]) -> list[Required]:
    """Return the shipped entries with the register's own beside them, or in their place."""
    entries = {entry.key: entry for entry in shipped()}
    entries.update({entry.key: entry for entry in own})
    return sorted(entries.values(), key=lambda e: (e.partnership, e.name, e.start))


def entries() -> list[Required]:
    """Return every entry of every list; one query."""
    rows = RequiredMember.objects.order_by().values_list(*_COLUMNS)
    return merged(_own_entry(row) for row in rows)


def _own_entry(row: Sequence[Any]) -> Required:
    kind, organisation_kind, as_post, start, end, basis = row
    return Required(kind, organisation_kind, as_post, start, end, basis, is_own=True)


def entry_named(key: str) -> Required | None:
    """Return the entry that an address names."""
    return next((entry for entry in entries() if entry.key == key), None)


def lines_of(partnership: Partnership, *, on: date) -> list[RequiredLine]:
    """Return the members that a partnership must have on a day, with those it has."""
    return statutory_lines([partnership], on=on).get(partnership.pk, [])


_COLUMNS = ("statutory_kind", "organisation_kind", "as_post", "start", "end", "basis")


def statutory_lines(
    partnerships: Sequence[Partnership], *, on: date
) -> dict[int, list[RequiredLine]]:
    """Return, for each partnership of a statutory kind, who is required on a day and who sits.

    One query, so that a partnership's page asks no more: the register's own entries and the seats
    are read together, the entries under the partnership 0.
    """
    kinds = {p.pk: p.statutory_kind for p in partnerships if p.statutory_kind}
    if not kinds:
        return {}
    own, seats = [], defaultdict(list)
    for pk, *row in _own_and_seats(keys=list(kinds), on=on):
        if pk == 0:
            own.append(_own_entry(row))
        else:
            _kind, organisation_kind, named, _start, _end, organisation = row
            seats[pk].append(HeldSeat(organisation_kind, named, organisation))
    in_force = [entry for entry in merged(own) if entry.is_in_force(on=on)]
    return {
        pk: [
            RequiredLine(entry, sorted({s.organisation for s in seats[pk] if s.answers(entry)}))
            for entry in in_force
            if entry.statutory_kind == kind
        ]
        for pk, kind in kinds.items()
    }


@prepared
def _own_and_seats(keys: list[int], on: date) -> QuerySet[Any, Any]:
    """Return the seats held on a day, and the register's own entries of the lists."""
    seats = Membership.objects.in_force(on=on).held().filter(partnership__in=keys)
    held = seats.order_by().values_list(
        "partnership_id",
        Value("", output_field=CharField()),
        Cast("organisation__kind", CharField()),
        Cast(Coalesce("post__title", "representative"), CharField()),
        "start",
        "end",
        Cast("organisation__name", CharField()),
    )
    own = RequiredMember.objects.order_by().values_list(
        Value(0),
        *(Cast(F(name), CharField()) for name in _COLUMNS[:3]),
        "start",
        "end",
        Cast("basis", CharField()),
    )
    return held.union(own, all=True)
