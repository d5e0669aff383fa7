"""Which partnership, body, post, team or person does a name in a sheet or a text mean?

A name is written in the shortest form that is read as the same record again.
"""

from collections import defaultdict
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any

from govreg.core.accounts.models import User
from govreg.core.transfer.cells import CellError
from partnerships.models import Body, Organisation, Partnership, Post, Team
from partnerships.sheets.names import folded

BETWEEN = "; "
#: So many names are offered for one that nobody knows.
MOST_NEAR = 3
ALIKE = 0.5


class Names:
    """Records by every name under which they may be written."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._known: dict[str, list[Any]] = defaultdict(list)
        self._named: dict[tuple[str, int], list[str]] = {}
        self._offered: dict[str, str] = {}

    def add(self, record: Any, *names: str, offered: bool = True) -> None:
        """Let a record be written under some names, the shortest first."""
        label = record._meta.model_name
        last = f"{names[0].replace(';', ',')} [{label} {record.pk}]"
        usable = [name for name in (*names, last) if name and ";" not in name]
        self._named[label, record.pk] = usable
        for name in dict.fromkeys(folded(one) for one in usable):
            self._known[name].append(record)
        if offered:
            self._offered.setdefault(folded(usable[0]), usable[0])

    def read(self, text: str) -> Any:
        """Return the record of a name. Raises CellError with the names most like it."""
        found = self._known.get(folded(text), [])
        if len(found) == 1:
            return found[0]
        if found:
            offered = " or ".join(f"“{self.write(one)}”" for one in found[:MOST_NEAR])
            raise CellError(f"“{text[:200]}” is the name of several. Write {offered}.")
        raise CellError(f"“{text[:200]}” is no {self._what} in the register.{self._near(text)}")

    def read_all(self, text: str) -> list[Any]:
        """Return the records of names with semicolons between them. Raises CellError."""
        parts = [part.strip() for part in text.split(BETWEEN.strip())]
        return list(dict.fromkeys(self.read(part) for part in parts if part))

    def write(self, record: Any) -> str:
        """Return the shortest name that is read as the same record."""
        names = self._named.get((record._meta.model_name, record.pk))
        if names is None:
            return str(record)
        return next(one for one in names if len(self._known[folded(one)]) == 1)

    def write_all(self, records: Iterable[Any]) -> str:
        """Return the names of records with semicolons between them."""
        return BETWEEN.join(self.write(record) for record in records)

    def _near(self, text: str) -> str:
        near = get_close_matches(folded(text), self._offered, n=MOST_NEAR, cutoff=ALIKE)
        if not near:
            return " Correct the name, or add it to the register first."
        return f" Nearest known: {', '.join(f'“{self._offered[one]}”' for one in near)}."


def subject_names(by: Any) -> Names:
    """Return the partnerships that a person may see, and their bodies; all for no person."""
    names = Names("partnership or body")
    for partnership in _partnerships(by):
        names.add(partnership, partnership.name, partnership.reference)
    _add_bodies(names, by)
    return names


def owner_names(by: Any) -> Names:
    """Return the posts, teams, bodies and users that may be responsible.

    A user is known by name and address; neither is offered to who mistypes one.
    """
    names = Names("post, team, body or user")
    for post in Post.objects.select_related("organisation"):
        full = f"{post.title} ({post.organisation.name})" if post.organisation else ""
        names.add(post, post.title, full)
    for team in Team.objects.all():
        names.add(team, team.name)
    _add_bodies(names, by)
    for user in User.objects.active():
        names.add(user, user.name, user.email, offered=False)
    return names


def partnership_names(by: Any) -> Names:
    """Return the partnerships that a person may see."""
    names = Names("partnership")
    for partnership in _partnerships(by):
        names.add(partnership, partnership.name, partnership.reference)
    return names


def organisation_names() -> Names:
    """Return the organisations that are not merged into another one."""
    names = Names("organisation")
    for organisation in Organisation.objects.current():
        names.add(organisation, organisation.name)
    return names


def _partnerships(by: Any) -> Any:
    found: Any = Partnership.objects
    return (found.all() if by is None else found.visible_to(by)).order_by("pk")


def _add_bodies(names: Names, by: Any) -> None:
    seen = _partnerships(by).order_by().values("pk")
    bodies = Body.objects.filter(partnership__in=seen).select_related("partnership")
    for body in bodies.order_by("pk"):
        names.add(body, body.name, f"{body.partnership.name}: {body.name}")
