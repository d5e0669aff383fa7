"""Is this HTML something that can be printed in reasonable time, and where do its links lead?

Two hundred nested quotations end in a recursion error, and a cell that spans sixty thousand
columns takes a quarter of a minute; both are refused before the engine sees them.
"""

from dataclasses import dataclass, field
from html.parser import HTMLParser

from .problems import TOO_DEEP, TOO_LARGE, TOO_WIDE, PdfProblem

LARGEST_MEGABYTES = 8
DEEPEST = 60
WIDEST_SPAN = 100
#: Elements that never have content, so they never nest.
EMPTY = frozenset(
    "area base br col embed hr img input link meta source track wbr".split()  # noqa: SIM905
)


@dataclass(slots=True)
class Inspection:
    """What was found in a document: for each link's address, the words that stand for it."""

    link_texts: dict[str, str] = field(default_factory=dict)


class _Inspector(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.depth = 0
        self.found = Inspection()
        self._link = ""
        self._words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in EMPTY:
            return
        self.depth += 1
        if self.depth > DEEPEST:
            raise PdfProblem(TOO_DEEP.format(depth=self.depth))
        for name, value in attrs:
            if name in {"colspan", "rowspan"}:
                _check_span(value or "1")
            if tag == "a" and name == "href":
                self._link, self._words = value or "", []

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A closed element nests nothing."""

    def handle_data(self, data: str) -> None:
        if self._link:
            self._words.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag not in EMPTY:
            self.depth = max(0, self.depth - 1)
        if tag == "a" and self._link:
            words = " ".join("".join(self._words).split())
            self.found.link_texts.setdefault(self._link.removeprefix("#"), words)
            self._link = ""


def _check_span(value: str) -> None:
    span = int(value) if value.isdecimal() and len(value) < 9 else WIDEST_SPAN + 1
    if span > WIDEST_SPAN:
        raise PdfProblem(TOO_WIDE.format(span=value[:9], most=WIDEST_SPAN))


def inspect(html: str) -> Inspection:
    """Return what the document holds.

    Raises PdfProblem when it is too large, too deep or too wide to print.
    """
    size = len(html) / 1_000_000
    if size > LARGEST_MEGABYTES:
        raise PdfProblem(TOO_LARGE.format(size=round(size), most=LARGEST_MEGABYTES))
    inspector = _Inspector()
    inspector.feed(html)
    inspector.close()
    return inspector.found
