"""Which pages does a record with many of them have, and on which is the reader?

A record's pages stand in groups: first the groups, then the pages of the group the reader is in.
Each register adds its own pages of a record when it starts; nothing here knows them.
"""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

from django.urls import NoReverseMatch

from .addresses import address_of


@dataclass(frozen=True, slots=True)
class Section:
    """One page of a record, by the name of its address; whoever sees the record may open it.

    Those with one group stand together; a page without one is a group by itself.
    """

    key: str
    label: str
    url_name: str
    position: int = 100
    group: str = ""


@dataclass(frozen=True, slots=True)
class ShownSection:
    """One link as the page shows it."""

    label: str
    url: str
    is_here: bool


@dataclass(frozen=True, slots=True)
class ShownGroup:
    """Pages that belong together; its link leads to the first of them."""

    label: str
    pages: tuple[ShownSection, ...]

    @property
    def url(self) -> str:
        """The address of its first page."""
        return self.pages[0].url

    @property
    def is_here(self) -> bool:
        """Whether the reader is on one of its pages."""
        return any(page.is_here for page in self.pages)

    @property
    def is_exactly_here(self) -> bool:
        """Whether the reader is on the page that the group's link leads to."""
        return self.pages[0].is_here


@dataclass(frozen=True, slots=True)
class ShownSections:
    """All groups of a record, and the pages beside the reader's where there are several."""

    groups: tuple[ShownGroup, ...]
    label: str = "Sections"
    #: What is to be known of the record on each of its pages, as that it ended.
    note: str = ""

    @property
    def group_here(self) -> ShownGroup | None:
        """The group the reader is in, when it has more than one page."""
        return next((one for one in self.groups if one.is_here and len(one.pages) > 1), None)


_sections: defaultdict[str, dict[str, Section]] = defaultdict(dict)


def register(section: Section, *, of: str) -> None:
    """Add a page to every record of this sort; the same key added again replaces the first."""
    _sections[of][section.key] = section


def sections_of(kind: str, reference: object, *, here: str, note: str = "") -> ShownSections:
    """Return the links to a record's pages, in their order, with the reader's marked."""
    return ShownSections(
        _grouped(
            kind,
            address=lambda section: address_of(section.url_name, reference),
            is_here=lambda section, url: section.key == here,
        ),
        note=note,
    )


def sections_at(kind: str, path: str, *, label: str) -> ShownSections | None:
    """Return the links to the pages that no one record has, for a reader who is on one of them."""
    shown = ShownSections(
        _grouped(kind, address=_fixed_address, is_here=lambda section, url: url == path), label
    )
    return shown if any(group.is_here for group in shown.groups) else None


def is_among(kind: str, path: str) -> bool:
    """Say whether an address is one of the pages of this sort, or lies below one."""
    addresses = [_fixed_address(section) for section in _sections[kind].values()]
    return any(url and (path == url or path.startswith(url)) for url in addresses)


def _grouped(
    kind: str,
    *,
    address: Callable[[Section], str],
    is_here: Callable[[Section, str], bool],
) -> tuple[ShownGroup, ...]:
    groups: dict[str, list[ShownSection]] = {}
    for section in sorted(_sections[kind].values(), key=lambda section: section.position):
        url = address(section)
        if url:
            shown = ShownSection(section.label, url, is_here(section, url))
            groups.setdefault(section.group or section.label, []).append(shown)
    return tuple(ShownGroup(label, tuple(pages)) for label, pages in groups.items())


def _fixed_address(section: Section) -> str:
    """A link that leads nowhere yet must not take every page down with it."""
    try:
        return address_of(section.url_name)
    except NoReverseMatch:
        return ""
