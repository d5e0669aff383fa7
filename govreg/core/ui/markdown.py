"""How does a text that a person typed become safe, plain headings, lists, tables and links?

Two walls: the parser knows no HTML, no pictures and no code; and what it makes is then passed
through an allow-list.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

import nh3
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.token import Token

LOWEST_HEADING = 6
#: Deeper lists and quotations, and larger tables, are no part of a report.
DEEPEST_NESTING = 12
LARGEST_TABLE = 5000
LONGEST_TEXT = 400_000
#: Texts up to this length are kept once rendered: reports are read far more than written.
LONGEST_KEPT = 20_000
TEXTS_KEPT = 256

TOO_DEEP = (
    "Part of this text is nested too deeply to be shown. Use fewer levels of lists or quotes."
)
TOO_WIDE = "A table in this text is too large to be shown. Split it, or attach it as a file."
TOO_LONG = "This text is too long to be shown. Split it, or attach it as a file."

ALLOWED_TAGS = {
    "p",
    "br",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "ol",
    "li",
    "strong",
    "em",
    "s",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "a",
    "blockquote",
    "hr",
}
ALLOWED_ATTRIBUTES = {"*": {"class"}, "th": {"scope"}, "a": {"href"}, "ol": {"start"}}
SCHEMES = {"http", "https", "mailto"}
SCREEN_CLASSES = {
    "p": "govuk-body",
    "ul": "govuk-list govuk-list--bullet",
    "ol": "govuk-list govuk-list--number",
    "a": "govuk-link",
    "blockquote": "govuk-inset-text",
    "table": "govuk-table",
    "thead": "govuk-table__head",
    "tbody": "govuk-table__body",
    "tr": "govuk-table__row",
    "th": "govuk-table__header",
    "td": "govuk-table__cell",
    "hr": "govuk-section-break govuk-section-break--visible govuk-section-break--m",
}
HEADING_CLASSES = {2: "govuk-heading-l", 3: "govuk-heading-m"}
SMALL_HEADING = "govuk-heading-s"

_parser = MarkdownIt(
    "js-default", {"html": False, "linkify": False, "typographer": False, "maxNesting": 60}
).disable(["image", "fence", "code", "html_block", "html_inline", "backticks", "reference"])


def render(text: str, heading_level: int = 3, *, plain: bool = False) -> SafeString:
    """Return the text as HTML; "# " becomes a heading of the level given.

    `plain` leaves the screen's classes out, for a document that has a style sheet of its own.
    """
    if len(text) > LONGEST_TEXT:
        return _sentence(TOO_LONG, plain=plain)
    problem = _too_much(text)
    if problem:
        return _sentence(problem, plain=plain)
    rendered = _kept if len(text) <= LONGEST_KEPT else _rendered
    return rendered(text, heading_level, plain)


def _rendered(text: str, heading_level: int, plain: bool) -> SafeString:
    tokens = _parser.parse(text.replace("\x00", ""))
    for token in _all(tokens):
        _shift_heading(token, heading_level)
        _finish_cell(token, plain=plain)
        if not plain:
            _dress(token)
    html = _parser.renderer.render(tokens, _parser.options, {})
    return _allowed(html, plain=plain)


_kept = lru_cache(maxsize=TEXTS_KEPT)(_rendered)


def _all(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from token.children or ()


def _too_much(text: str) -> str:
    """Return what is too much, before the parser spends its time on it."""
    pipes_in_a_block = 0
    for line in text.splitlines():
        if _depth(line) > DEEPEST_NESTING:
            return TOO_DEEP
        pipes_in_a_block = pipes_in_a_block + line.count("|") if line.strip() else 0
        if pipes_in_a_block > LARGEST_TABLE:
            return TOO_WIDE
    return ""


def _depth(line: str) -> int:
    """Return how many quotations and list items a line opens, or is indented for."""
    marks = re.match(r"(?:[ \t]*(?:>|[-+*](?=\s)|\d{1,9}[.)](?=\s)))*[ \t]*", line)
    opening = marks.group() if marks else ""
    openers = len(re.findall(r">|[-+*]|\d+[.)]", opening))
    indented = len(opening.expandtabs(4)) - len(opening.expandtabs(4).lstrip())
    return openers + indented // 4


def _shift_heading(token: Token, heading_level: int) -> None:
    if token.type in {"heading_open", "heading_close"}:
        level = int(token.tag[1]) + heading_level - 1
        token.tag = f"h{min(level, LOWEST_HEADING)}"


def _finish_cell(token: Token, *, plain: bool) -> None:
    """Say which column a heading belongs to; alignment is a style, and becomes a class."""
    if token.type not in {"th_open", "td_open"}:
        return
    is_right = "right" in str(token.attrs.pop("style", ""))
    if token.type == "th_open":
        token.attrSet("scope", "col")
    if is_right:
        part = "header" if token.type == "th_open" else "cell"
        token.attrSet("class", "right" if plain else f"govuk-table__{part}--numeric")


def _dress(token: Token) -> None:
    if token.nesting == -1 or token.type in {"text", "inline", "softbreak"}:
        return
    css = SCREEN_CLASSES.get(token.tag)
    if token.type == "heading_open":
        css = HEADING_CLASSES.get(int(token.tag[1]), SMALL_HEADING)
    if css:
        token.attrJoin("class", css)


def _allowed(html: str, *, plain: bool) -> SafeString:
    clean = nh3.clean(
        html,
        tags=ALLOWED_TAGS,
        attributes=ALLOWED_ATTRIBUTES,
        url_schemes=SCHEMES,
        link_rel="noopener noreferrer",
    )
    if not plain:
        clean = clean.replace(
            "<table",
            '<div class="app-scroll" role="region" tabindex="0" aria-label="Table"><table',
        ).replace("</table>", "</table></div>")
    return mark_safe(clean)  # noqa: S308 - passed through the allow-list above


def _sentence(sentence: str, *, plain: bool) -> SafeString:
    if plain:
        return format_html("<p>{}</p>", sentence)
    return format_html('<p class="govuk-body app-missing">{}</p>', sentence)
