"""Which pages does a record with many of them have, and on which is the reader?

Each register adds its own pages of a record when it starts; nothing here knows them.
"""

from collections import defaultdict
from dataclasses import dataclass

from .addresses import address_of


@dataclass(frozen=True, slots=True)
class Section:
    """One page of a record, by the name of its address; whoever sees the record may open it."""

    key: str
    label: str
    url_name: str
    position: int = 100


@dataclass(frozen=True, slots=True)
class ShownSection:
    """One link as the page shows it."""

    label: str
    url: str
    is_here: bool


_sections: defaultdict[str, dict[str, Section]] = defaultdict(dict)


def register(section: Section, *, of: str) -> None:
    """Add a page to every record of this sort; the same key added again replaces the first."""
    _sections[of][section.key] = section


def sections_of(kind: str, reference: object, *, here: str) -> list[ShownSection]:
    """Return the links to a record's pages, in their order, with the reader's marked."""
    ordered = sorted(_sections[kind].values(), key=lambda section: section.position)
    return [
        ShownSection(section.label, address_of(section.url_name, reference), section.key == here)
        for section in ordered
    ]
