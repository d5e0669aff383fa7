"""Which elements does the structure tree of a PDF in the making hold?"""

from collections.abc import Iterator
from typing import Any


class Tree:
    """Reads the engine's objects by their references."""

    def __init__(self, pdf: Any) -> None:
        self.pdf = pdf
        self.root = self.object_at(pdf.catalog["StructTreeRoot"])
        self.document = self.object_at(self.root["K"][0])

    @staticmethod
    def number_of(reference: Any) -> int:
        """Return the number in a reference such as b"12 0 R"; -1 where there is none."""
        words = bytes(reference).split() if isinstance(reference, bytes) else []
        return int(words[0]) if len(words) == 3 else -1

    def object_at(self, reference: Any) -> Any:
        """Return the object that a reference points at."""
        return self.pdf.objects[self.number_of(reference)]

    def kids(self, element: Any) -> Iterator[Any]:
        """Yield the elements directly below one, in reading order."""
        held = element.get("K")
        for kid in held if isinstance(held, list) else [held]:
            if isinstance(kid, bytes) and kid.endswith(b" R"):
                found = self.object_at(kid)
                if isinstance(found, dict) and found.get("Type") == "/StructElem":
                    yield found

    def all_elements(self) -> Iterator[Any]:
        """Yield every element that can be reached from the document."""
        waiting = [self.document]
        while waiting:
            element = waiting.pop()
            yield element
            waiting.extend(self.kids(element))

    def pages_with_marks(self) -> Iterator[tuple[Any, list[Any]]]:
        """Yield each page with the list that says which element owns its marked content."""
        numbers = self.object_at(self.root["ParentTree"])["Nums"]
        owners = dict(zip(numbers[::2], numbers[1::2], strict=True))
        for index, reference in enumerate(self.pdf.page_references):
            yield self.object_at(reference), owners[index]
