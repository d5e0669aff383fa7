"""How are the values and the names in the text of a review looked up, and refused by line?"""

from datetime import date
from typing import Any

from govreg.core.transfer.cells import CellError, understood
from govreg.core.transfer.sheets import Column, Kind
from recommendations.sheets.names import (
    Names,
    organisation_names,
    owner_names,
    partnership_names,
    subject_names,
)

from .parts import (
    Fault,
    ReviewText,
    Told,
)

LONG = {"body": 100_000, "responsibilities": 20_000, "addressee": 2000, "acknowledgements": 5000}
LONG |= {"point": 5000, "details": 2000, "action": 5000}
OTHERWISE = 10_000


class Lookups:
    """What the lines of one text mean in this register, to one person."""

    def __init__(self, told: ReviewText, *, by: Any) -> None:
        self.told = told
        self.by = by
        self.refusals = 0
        self.partnership_names = partnership_names(by)
        self.organisations = organisation_names()
        self.subjects = subject_names(by)
        self.owners = owner_names(by)

    def refuse(self, line: int, sentence: str) -> None:
        """Say what is wrong with a line, once."""
        self.refusals += 1
        fault = Fault(line, sentence)
        if fault not in self.told.faults:
            self.told.faults.append(fault)

    def _head(self, key: str) -> Told | None:
        return self.told.header.get(key)

    def _text(self, key: str) -> str:
        told = self._head(key)
        return told.text if told else ""

    def _one(self, key: str, names: Names) -> Any:
        told = self._head(key)
        if told is None or not told.text:
            return None
        try:
            return names.read(told.text)
        except CellError as fault:
            self.refuse(told.line, str(fault))
            return None

    def _all(self, told: Told, names: Names) -> list[Any]:
        found = []
        for name in names_of(told):
            try:
                found.append(names.read(name))
            except CellError as fault:
                self.refuse(told.line, str(fault))
        return list(dict.fromkeys(found))

    def _date(self, key: str) -> date | None:
        told = self._head(key)
        return self._day(key, told) if told else None

    def _day(self, key: str, told: Told) -> date | None:
        try:
            day: date | None = understood(Column(key, key, Kind.DATE), told.text)
        except CellError as fault:
            self.refuse(told.line, str(fault))
            return None
        return day

    def _choice(self, key: str, choices: Any) -> str:
        told = self._head(key)
        return self._chosen(key, told, choices) if told else ""

    def _chosen(self, key: str, told: Told, choices: Any) -> str:
        try:
            found = understood(Column(key, key, Kind.CHOICE, choices=dict(choices)), told.text)
        except CellError as fault:
            self.refuse(told.line, str(fault))
            return ""
        return str(found or "")

    def _short(self, key: str, text: str, most: int) -> str:
        told = self._head(key)
        self._long(key, text, told.line if told else 1, most)
        return text

    def _long(self, what: str, text: str, line: int, most: int) -> None:
        if len(text) > most:
            self.refuse(
                line, f"“{what}” has {len(text):,} characters. It may have {most:,}: shorten it."
            )

    def _fit(
        self, model: Any, values: dict[str, Any], line: int, needed: str = ""
    ) -> dict[str, Any] | None:
        """Return values that their columns hold, or None where one is too long or missing."""
        before = self.refusals
        for name, value in values.items():
            column = model._meta.get_field(name)
            words = str(column.verbose_name).capitalize()
            if isinstance(value, str):
                self._long(words, value, line, getattr(column, "max_length", None) or 100_000)
            if name == needed and not value:
                self.refuse(line, f"“{words}” is missing. Write it here.")
        return values if self.refusals == before else None


def names_of(told: Told | None) -> list[str]:
    """Return the names that a line gives with semicolons between them."""
    parts = told.text.split(";") if told else []
    return [part.strip() for part in parts if part.strip()]
