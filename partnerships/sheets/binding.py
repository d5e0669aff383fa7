"""What do all sheets of a partnership have in common?"""

from collections.abc import Collection, Iterable
from typing import Any

from govreg.core.transfer.binding import Binding, Reader, RowByRow, Together
from govreg.core.transfer.plan import UnknownName
from partnerships.models import Partnership

from .names import BodyNames, OrganisationNames, PostNames


class OfPartnership(Binding):
    """A sheet of one partnership, whose cells may name organisations, bodies and posts."""

    def __init__(self, partnership: Partnership, *, by: Any) -> None:
        super().__init__(by=by)
        self.partnership = partnership
        self.scope = partnership.scope
        self.organisations = OrganisationNames(by=by, choices={})
        self.posts = PostNames()
        self.bodies = BodyNames(partnership)

    def start(self) -> None:
        """Read the names once, and carry out what was decided of unknown ones."""
        self.organisations = OrganisationNames(by=self.by, choices=self.choices)
        self.organisations.load()
        self.notices = self.organisations.notices
        self.posts.load()
        self.bodies.load()

    def readers(self) -> dict[str, Reader]:
        """Read the columns that name an organisation, a body or a post."""
        known: dict[str, Reader] = {
            "organisation": self.organisations.read,
            "body": self.bodies.read,
            "post": self.posts.read,
            "owner": self.posts.read,
        }
        keys = {column.key for column in self.sheet.own}
        return {key: reader for key, reader in known.items() if key in keys}

    def at_line(self, line: int) -> None:
        """Tell the names which line is read next."""
        self.organisations.at_line(line)

    def unknown_names(self) -> list[UnknownName]:
        """Return the names of organisations that nobody knows."""
        return self.organisations.unknown()


class RowsOfPartnership(OfPartnership, RowByRow):
    """A sheet whose rows are written one by one."""


class GroupsOfPartnership(OfPartnership, Together):
    """A sheet of which several rows are written by one call."""


def told(*words: Any) -> str:
    """Return what a row is called: the words that there are, with commas between them."""
    return ", ".join(str(word) for word in words if word)


def own(records: Iterable[Any], partnership: Partnership) -> Iterable[Any]:
    """Give records that know their partnership without asking for it again."""
    for record in records:
        record.partnership = partnership
        yield record


def narrowed(records: Any, *, lock: bool, only: Collection[int] | None) -> Any:
    """Return records of some numbers alone, or locked, where that is asked."""
    if only is not None:
        records = records.filter(pk__in=only)
    return records.select_for_update(of=("self",)) if lock else records
