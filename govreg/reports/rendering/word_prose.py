"""How does a section's Markdown become paragraphs, lists and tables of a Word file?"""

import re
from html.parser import HTMLParser
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm

from .prose import prose
from .word import add_table, clean

#: Below a section's own heading, which is the first level of a Word file.
UNDER = 2
SPACES = re.compile(r"[ \t\r\n]+")
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
CELLS = {"th", "td"}
TABLE_PARTS = {"table", "caption", "tr", *CELLS}
LISTS = {"ul", "ol"}
MARKS = {"strong", "em", "s"}
#: How far the text stands from its number, in centimetres.
HANGING = 1.2
DEEPEST_STYLE = 3


def add_prose(made: Any, text: str, *, number: str = "") -> None:
    """Add a run of Markdown; `number` stands before the first of its paragraphs."""
    writer = _Writer(made, number)
    writer.feed(prose(text, under=UNDER))
    writer.close()
    writer.number_alone()


class _Writer(HTMLParser):
    """Writes what the Markdown renderer made: its allow-list says which elements there are."""

    def __init__(self, made: Any, number: str) -> None:
        super().__init__(convert_charrefs=True)
        self.made = made
        self.number = number
        self.paragraph: Any = None
        self.last: Any = None
        self.marks: list[str] = []
        self.href = ""
        self.lists: list[Any] = []
        self.quoted = 0
        self.caption: list[str] | None = None
        self.rows: list[list[str]] = []
        self.cell: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin an element."""
        given = dict(attrs)
        if tag in TABLE_PARTS:
            self._begin_table_part(tag)
        elif tag in LISTS:
            self._leave()
            self.lists.append(self._numbering(int(given.get("start") or 1), tag))
        elif tag in MARKS:
            self.marks.append(tag)
        elif tag == "a":
            self.href = given.get("href") or ""
        elif tag == "br":
            self._break()
        else:
            self._begin_block(tag)

    def _begin_block(self, tag: str) -> None:
        if tag in HEADINGS:
            self._begin(f"Heading {max(int(tag[1]) - 1, 1)}")
        elif tag == "li":
            self._item()
        elif tag == "blockquote":
            self.quoted += 1
        elif tag == "p" and self.paragraph is None:
            self._begin("Intense Quote" if self.quoted else "Normal")

    def _begin_table_part(self, tag: str) -> None:
        if tag == "table":
            self.number_alone()
            self.rows, self.caption = [], None
        elif tag == "caption":
            self.caption = self.cell = []
        elif tag == "tr":
            self.rows.append([])
        else:
            self.cell = []

    def handle_endtag(self, tag: str) -> None:
        """End an element."""
        if tag in HEADINGS or tag in ("p", "li"):
            self._leave()
        elif tag in LISTS:
            self.lists.pop()
        elif tag == "blockquote":
            self.quoted -= 1
        elif tag == "caption":
            self.cell = None
        elif tag in CELLS:
            self.rows[-1].append("".join(self.cell or ()).strip())
            self.cell = None
        elif tag == "table":
            self._table()
        elif tag in MARKS:
            self.marks.remove(tag)
        elif tag == "a":
            self.href = ""

    def handle_data(self, data: str) -> None:
        """Write some words where they belong."""
        words = SPACES.sub(" ", clean(data))
        if self.cell is not None:
            self.cell.append(words)
        elif self.paragraph is not None:
            self._run(words if self.last is not None else words.lstrip())

    def number_alone(self) -> None:
        """Write the number by itself, where no paragraph took it."""
        if self.number:
            self._begin("Normal")
            self._leave()

    def _leave(self) -> None:
        """End a paragraph, without the space that a line's end left behind its last word."""
        if self.last is not None and self.last.text.endswith(" "):
            self.last.text = self.last.text.rstrip()
        self.paragraph = self.last = None

    def _begin(self, style: str) -> None:
        self.paragraph = self.made.add_paragraph(style=style)
        form = self.paragraph.paragraph_format
        if style == "Normal":
            form.left_indent = Cm(HANGING)
        if self.number:
            form.left_indent, form.first_line_indent = Cm(HANGING), Cm(-HANGING)
            form.tab_stops.add_tab_stop(Cm(HANGING))
            self.paragraph.add_run(f"{self.number}\t")
            self.number = ""

    def _item(self) -> None:
        self.number_alone()
        depth = min(len(self.lists), DEEPEST_STYLE)
        numbering = self.lists[-1]
        kind = "List Bullet" if numbering is None else "List Number"
        self.paragraph = self.made.add_paragraph(style=f"{kind} {depth}" if depth > 1 else kind)
        self.paragraph.paragraph_format.left_indent = Cm(HANGING + 0.7 * len(self.lists))
        self.paragraph.paragraph_format.first_line_indent = Cm(-0.7)
        if numbering is not None:
            own = self.paragraph._p.get_or_add_pPr().get_or_add_numPr()
            own.get_or_add_ilvl().val = 0
            own.get_or_add_numId().val = numbering

    def _numbering(self, start: int, tag: str) -> int | None:
        """Return the key of a numbering of its own: Word counts on from list to list otherwise."""
        if tag == "ul":
            return None
        numbering = self.made.part.numbering_part.element
        style = self.made.styles["List Number"].element
        known = numbering.num_having_numId(style.pPr.numPr.numId.val)
        own = numbering.add_num(known.abstractNumId.val)
        own.add_lvlOverride(ilvl=0).add_startOverride(start)
        return int(own.numId)

    def _run(self, words: str) -> None:
        if not words:
            return
        run = self.last = self.paragraph.add_run(words)
        run.bold = "strong" in self.marks or None
        run.italic = "em" in self.marks or None
        run.font.strike = "s" in self.marks or None
        if self.href.startswith(("http:", "https:", "mailto:")):
            run.font.underline = True
            link = OxmlElement("w:hyperlink")
            target = self.paragraph.part.relate_to(
                clean(self.href), RELATIONSHIP_TYPE.HYPERLINK, is_external=True
            )
            link.set(qn("r:id"), target)
            self.paragraph._p.append(link)
            link.append(run._r)

    def _break(self) -> None:
        if self.cell is not None:
            self.cell.append("\n")
        elif self.paragraph is not None:
            self.paragraph.add_run().add_break()

    def _table(self) -> None:
        if self.caption:
            add_caption(self.made, "".join(self.caption))
        if not self.rows:
            return
        columns = max(len(row) for row in self.rows)
        heads, *rows = [row + [""] * (columns - len(row)) for row in self.rows]
        table = add_table(self.made, heads, rows)
        if len(self.rows[0]) == 1 < columns:
            across = table.rows[0].cells
            across[0].merge(across[-1]).text = clean(heads[0])
        self.made.add_paragraph()


def add_caption(made: Any, text: str) -> None:
    """Add the title of a table, which stays on the page of its table."""
    caption = made.add_paragraph(clean(text), style="Caption")
    caption.paragraph_format.keep_with_next = True
