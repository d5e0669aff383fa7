"""Is a PDF's structure what a screen reader needs? What the validator does not look at is here."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name


@dataclass
class Inspected:
    """What is wrong, and how much of each thing was looked at."""

    problems: list[str] = field(default_factory=list)
    elements: int = 0
    tables: int = 0
    data_cells: int = 0
    figures: int = 0
    links: int = 0
    fonts: int = 0

    def expect(self, is_so: Any, problem: str) -> None:
        """Note a problem unless a thing is so."""
        if not is_so:
            self.problems.append(problem)


def inspect(path: Path) -> Inspected:
    """Return what is wrong with a PDF's structure."""
    found = Inspected()
    with pikepdf.open(path) as pdf:
        _document(pdf, found)
        elements = list(_walk(pdf.Root.StructTreeRoot))
        found.elements = len(elements)
        _headings(elements, found)
        _parents(elements, found)
        for element, _parent in elements:
            if element.S == "/Table":
                _table(element, found)
            if element.S == "/Figure":
                found.figures += 1
                found.expect(str(element.get("/Alt", "")).strip(), "a figure has no description")
        _pages(pdf, found)
    return found


def _kids(element: Any) -> list[Any]:
    held = element.get("/K")
    if held is None:
        return []
    return list(held) if isinstance(held, Array) else [held]


def _elements_below(element: Any) -> Iterator[Any]:
    for kid in _kids(element):
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield kid


def _walk(element: Any) -> Iterator[tuple[Any, Any]]:
    for kid in _elements_below(element):
        yield kid, element
        yield from _walk(kid)


def _document(pdf: pikepdf.Pdf, found: Inspected) -> None:
    root = pdf.Root
    found.expect(root.get("/MarkInfo", {}).get("/Marked") is True, "not marked as tagged")
    found.expect(str(root.get("/Lang", "")) == "en-GB", "no language")
    shows_title = root.get("/ViewerPreferences", {}).get("/DisplayDocTitle") is True
    found.expect(shows_title, "the title is not shown")
    outlines = root.get("/Outlines")
    found.expect(outlines is not None and outlines.get("/First") is not None, "no bookmarks")
    with pdf.open_metadata() as metadata:
        found.expect(metadata.get("pdfuaid:part") == "1", "not marked as accessible")
        found.expect(metadata.get("dc:title"), "no title")


def _headings(elements: list[tuple[Any, Any]], found: Inspected) -> None:
    names = [str(element.S) for element, _ in elements]
    levels = [int(name[2]) for name in names if re.fullmatch(r"/H[1-6]", name)]
    found.expect(levels and levels[0] == 1, "the first heading is not of level 1")
    for before, after in itertools.pairwise(levels):
        found.expect(after <= before + 1, f"a heading of level {after} follows one of {before}")


def _parents(elements: list[tuple[Any, Any]], found: Inspected) -> None:
    allowed = {"/LI": {"/L"}, "/TR": {"/Table", "/THead", "/TBody", "/TFoot"}, "/TD": {"/TR"}}
    for element, parent in elements:
        wanted = allowed.get(str(element.S))
        if wanted:
            found.expect(str(parent.S) in wanted, f"{element.S} stands in {parent.S}")


def _table(table: Any, found: Inspected) -> None:
    found.tables += 1
    headers = {str(e.ID): e for e, _ in _walk(table) if e.S == "/TH" and "/ID" in e}
    found.expect(headers, "a table has no headers")
    groups = [g for g in _elements_below(table) if g.S in ("/THead", "/TBody", "/TFoot")]
    columns: dict[str, set[int]] = {}
    widths = set()
    for group in groups or [table]:
        for row in (r for r in _elements_below(group) if r.S == "/TR"):
            column = 0
            for cell in _elements_below(row):
                spans = cell.get("/A", {})
                found.expect("/RowSpan" not in spans, "a cell spans rows")
                width = int(spans.get("/ColSpan", 1))
                covered = set(range(column, column + width))
                if cell.S == "/TH":
                    _header(cell, group, found)
                    columns[str(cell.ID)] = covered if group.S == "/THead" else set()
                else:
                    _data_cell(cell, covered, columns, headers, found)
                column += width
            widths.add(column)
    found.expect(len(widths) == 1, f"rows of a table have different widths: {sorted(widths)}")


def _header(cell: Any, group: Any, found: Inspected) -> None:
    scope = str(cell.get("/A", {}).get("/Scope", ""))
    wanted = "/Column" if group.S == "/THead" else "/Row"
    found.expect(scope == wanted, f"a header's scope is {scope or 'missing'}, not {wanted}")


def _data_cell(
    cell: Any, covered: set[int], columns: dict[str, set[int]], headers: Any, found: Inspected
) -> None:
    found.data_cells += 1
    own = [str(header) for header in cell.get("/A", {}).get("/Headers", [])]
    found.expect(own, "a cell has no headers")
    found.expect(all(header in headers for header in own), "a cell's header does not exist")
    above = set().union(*(columns.get(header, set()) for header in own))
    found.expect(covered <= above, f"a cell of column {min(covered)} is under another's header")


def _pages(pdf: pikepdf.Pdf, found: Inspected) -> None:
    owners = dict(_numbers(pdf.Root.StructTreeRoot.ParentTree))
    places = pdf.Root.get("/Names", {}).get("/Dests", {}).get("/Names", [])
    names = {str(places[index]) for index in range(0, len(places), 2)}
    for page in pdf.pages:
        found.expect(page.obj.get("/Tabs") == Name.S, "the tab order is not the structure's")
        for note in page.obj.get("/Annots", []):
            if note.Subtype == Name.Link:
                _link(note, owners, names, found)
        for font in page.resources.get("/Font", {}).values():
            found.fonts += 1
            inner = font.get("/DescendantFonts", [font])[0].get("/FontDescriptor", {})
            embedded = any(key in inner for key in ("/FontFile", "/FontFile2", "/FontFile3"))
            found.expect(embedded, "a font is not embedded")
            found.expect("/ToUnicode" in font, "a font's letters cannot be copied")


def _numbers(tree: Any) -> Iterator[tuple[int, Any]]:
    pairs = tree.get("/Nums", [])
    for index in range(0, len(pairs), 2):
        yield int(pairs[index]), pairs[index + 1]
    for kid in tree.get("/Kids", []):
        yield from _numbers(kid)


def _link(note: Any, owners: dict[int, Any], names: set[str], found: Inspected) -> None:
    found.links += 1
    words = str(note.get("/Contents", ""))
    found.expect(words.strip() and not words.startswith("#"), "a link is not described in words")
    owner = owners.get(int(note.get("/StructParent", -1)))
    found.expect(owner is not None and str(owner.S) == "/Link", "a link is not tagged as one")
    if "/Dest" in note and not isinstance(note.Dest, Array):
        found.expect(str(note.Dest) in names, f"a link leads nowhere: {note.Dest}")
