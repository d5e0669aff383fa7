"""What must be mended in the engine's tags before the file is written?

Page furniture (running headers, page numbers) is marked as an artifact, which a screen reader
passes over; tables get headers that are their cells' own; notes get the tag of notes; links are
described by their words instead of by an address.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from .letters import missing_signs
from .tables import mend_table
from .tree import Tree
from .xmp import add_accessibility_mark


class Finisher:
    """Called by the engine with the laid-out document and the PDF, before its trailer."""

    def __init__(self, *, link_texts: Mapping[str, str], add_accessible_mark: bool) -> None:
        self.link_texts = link_texts
        self.add_accessible_mark = add_accessible_mark
        self.missing_signs: frozenset[str] = frozenset()

    def __call__(self, document: Any, pdf: Any) -> None:
        """Mend the tags in place."""
        import pydyf

        self.missing_signs = missing_signs(document)
        tree = Tree(pdf)
        for element in list(tree.all_elements()):
            if element["S"] == "/Table":
                mend_table(tree, element, pydyf)
        _furniture_to_artifacts(tree, pydyf)
        _mark_notes(tree, pydyf)
        for link in _links(pdf):
            words = self.link_texts.get(getattr(link.get("Contents"), "string", ""))
            if words:
                link["Contents"] = pydyf.String(words)
        if self.add_accessible_mark:
            add_accessibility_mark(tree.object_at(pdf.catalog["Metadata"]))


def _furniture_to_artifacts(tree: Tree, pydyf: Any) -> None:
    """Turn marked content that no element of the tree reaches into artifacts."""
    reached = {element.number for element in tree.all_elements()}
    for page, marks in tree.pages_with_marks():
        strays = {mark for mark, owner in enumerate(marks) if tree.number_of(owner) not in reached}
        if not strays:
            continue
        stream = tree.object_at(page["Contents"])
        _unmark(stream.stream, strays, pydyf)
        for mark in strays:
            marks[mark] = b"null"


def _unmark(operators: list[Any], strays: set[int], pydyf: Any) -> None:
    """Make `/Artifact BMC` of every `/Tag <</MCID n>> BDC` of a stray, in the page's operators."""
    place = 0
    for _mark in range(operators.count(b"BDC")):
        place = operators.index(b"BDC", place + 1)
        properties = operators[place - 1]
        if isinstance(properties, pydyf.Dictionary) and properties.get("MCID") in strays:
            operators[place - 2 : place + 1] = [b"/Artifact", b"BMC"]
            place -= 1


def _mark_notes(tree: Tree, pydyf: Any) -> None:
    """Tag what stands in a footnote area as notes, each with a name of its own."""
    count = 0
    for area in list(tree.kids(tree.document)):
        spans = list(tree.kids(area))
        if area["S"] == "/NonStruct" and spans and all(s["S"] == "/Span" for s in spans):
            for span in spans:
                count += 1
                span["S"] = "/Note"
                span["ID"] = pydyf.String(f"note-{count}")


def _links(pdf: Any) -> Iterator[Any]:
    for thing in pdf.objects:
        if isinstance(thing, dict) and thing.get("Subtype") == "/Link":
            yield thing
