"""What must a register say of its records so that a sheet of them can be imported?

A register binds a sheet to one place (one partnership) and tells how its records are read, named
and written. Everything else is the same for every sheet.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import Any

from django.db import transaction

from govreg.core.history.models import TrackedModel
from govreg.core.refusals import Refusal, Refused

from .cells import written
from .plan import Draft, Held, Notice, UnknownName
from .sheets import Sheet
from .table import Line

Reader = Callable[[str], Any]
CONFLICT = (
    "Somebody changed this in the register after the file was downloaded: the file has version "
    "{told}, the register {held}. Download the sheet again and make your change in that one."
)
NO_SUCH = (
    "The reference {reference} is that of no {noun} here, or of one that is not for you to read. "
    "Leave “Reference” empty for a new one."
)


class Binding(ABC):
    """A sheet of one place. `by` is the person who takes it out or brings it in."""

    sheet: Sheet
    #: What one row is a record of.
    model: type[TrackedModel]
    #: The verb of the change set, and the scope it belongs to.
    verb: str
    scope: Any = None
    #: Under which heading a rule's refusal is told, by its code.
    headings: Mapping[str, str] = MappingProxyType({})
    #: Whether the rows are worked through in portions, after all were foreseen.
    foresees = False
    #: What is said of a row that was changed meanwhile, and of a reference that is none.
    conflict = CONFLICT
    no_such = NO_SUCH

    def __init__(self, *, by: Any) -> None:
        self.by = by
        #: What a person decided of names that stand for no record, by the name.
        self.choices: dict[str, str] = {}
        self.notices: list[Notice] = []
        self.line = 0

    @abstractmethod
    def held(self, *, lock: bool = False, only: Collection[int] | None = None) -> Iterable[Held]:
        """Give the records that the person may see, as they stand: all, or those of some numbers.

        They are locked where that is asked.
        """

    @abstractmethod
    def address_of(self, record: Any) -> str:
        """Return the page on which a record is read."""

    @abstractmethod
    def name_of(self, values: dict[str, Any]) -> str:
        """Return what a row is called on the preview."""

    @abstractmethod
    def apply(self, drafts: Sequence[Draft], *, write: bool) -> None:
        """Refuse the rows that a rule refuses, and write the others where that is asked.

        Runs in a transaction that is rolled back wherever a row is refused, or nothing is to be
        written.
        """

    @abstractmethod
    def enforce_allowed(self) -> None:
        """Raise Refused where the person may not import the sheet."""

    def attempt(self, drafts: Sequence[Draft], verb: Callable[[], Any]) -> bool:
        """Do something for rows; where a rule refuses, they say why and nothing of it stays."""
        try:
            with transaction.atomic():
                verb()
        except Refused as refused:
            for draft in drafts:
                self.refuse(draft, refused.refusal)
            return False
        return True

    def refuse(self, draft: Draft, refusal: Refusal) -> None:
        """Let a row say why a rule refuses it, under the heading that the rule is about."""
        draft.refuse(refusal.sentence, self.headings.get(refusal.code, ""))

    def start(self) -> None:
        """Read what the readers need, once for the whole file; it runs in the transaction."""
        self.notices = []

    def readers(self) -> dict[str, Reader]:
        """Return by column key how a name becomes a record. A reader may raise CellError."""
        return {}

    def rewind(self) -> None:  # noqa: B027 - most sheets remember nothing of the lines before
        """Be told that the lines are read from the first one, again or for the first time."""

    def lock(self) -> None:  # noqa: B027 - for those that foresee
        """Lock the records that may be changed, in one order, before any portion is read."""

    def begins(self, line: Line) -> bool:
        """Say whether a portion may begin with a line."""
        return True

    def foresee(self, drafts: Sequence[Draft]) -> None:  # noqa: B027 - for those that foresee
        """Note of a portion what the rows of others must know of it, and no more."""

    def finish(self) -> None:  # noqa: B027 - most sheets leave nothing for the end
        """Write what had to wait until every row was written."""

    def at_line(self, line: int) -> None:
        """Be told which line is read next."""
        self.line = line

    def look_over(  # noqa: B027 - most sheets ask nothing of their rows together
        self, drafts: Sequence[Draft]
    ) -> None:
        """Look at the rows of a portion together, also the refused ones, before one is written."""

    def unknown_names(self) -> list[UnknownName]:
        """Return the names that stand for no record and of which nothing was decided."""
        return []

    def export_rows(self) -> Iterable[list[Any]]:
        """Give the sheet as it leaves: the headings, then every record."""
        yield list(self.sheet.headings())
        for held in self.held():
            values = {**held.values, "reference": held.reference, "version": held.version}
            yield [written(column, values[column.key]) for column in self.sheet.columns]


class RowByRow(Binding):
    """A sheet whose rows are written one by one through the services, so that every rule is asked.

    For a few thousand rows. A preview does the same and is rolled back.
    """

    @abstractmethod
    def save(self, draft: Draft) -> None:
        """Write one row through the services. Raises Refused."""

    def apply(self, drafts: Sequence[Draft], *, write: bool) -> None:
        """Write each row, and say of each that is refused why."""
        for draft in drafts:
            self.attempt([draft], partial(self.save, draft))


class Together(Binding):
    """A sheet of which several rows are written by one call of a service, as a meeting's are.

    Where the call is refused, each row is tried by itself, so that each says what is wrong with it.
    """

    @abstractmethod
    def group_of(self, draft: Draft) -> Hashable:
        """Return what the rows have in common that are written by one call."""

    @abstractmethod
    def save(self, drafts: Sequence[Draft]) -> None:
        """Write the rows of one group through a service. Raises Refused."""

    def look_at(self, draft: Draft) -> None:
        """Raise Refused for a row that could not even be put beside others."""

    def apply(self, drafts: Sequence[Draft], *, write: bool) -> None:
        """Write each group, and say of each row that is refused why."""
        groups: dict[Hashable, list[Draft]] = {}
        for draft in drafts:
            if self.attempt([draft], partial(self.look_at, draft)):
                groups.setdefault(self.group_of(draft), []).append(draft)
        for group in groups.values():
            self._save(group)

    def _save(self, group: list[Draft]) -> None:
        try:
            with transaction.atomic():
                self.save(group)
        except Refused as refused:
            each = [self.attempt([draft], partial(self.save, [draft])) for draft in group]
            if all(each):
                self.refuse(group[0], refused.refusal)
