"""How does a section's Markdown become HTML that fits under its heading?"""

import re
from collections.abc import Callable

from django.utils.safestring import SafeString, mark_safe

from govreg.core.ui import markdown

HEADING = re.compile(r"<(/?)h([1-6])\b([^>]*)>")
TAG = re.compile(r"<[^>]+>")
LINK = re.compile(r"(<a\b[^>]*>)(.*?)(</a>)", re.DOTALL)
#: A line in bold above a table is the table's title.
TITLED_TABLE = re.compile(
    r"<p[^>]*><strong>(?P<title>(?:(?!</?strong>|</p>).)+)</strong></p>\s*"
    r"(?P<frame><div[^>]*>)?(?P<open><table[^>]*>)",
    re.DOTALL,
)
TABLE_HEAD = re.compile(
    r"(?P<open><table[^>]*>)(?P<caption><caption[^>]*>(?P<title>.*?)</caption>)?\s*"
    r"<thead(?P<attributes>[^>]*)>(?P<head>.*?)</thead>",
    re.DOTALL,
)
NUMBERED = re.compile(r"^Table \d+[:.]?\s*")


def prose(text: str, *, under: int, for_screen: bool = False) -> SafeString:
    """Return a text as HTML under a heading of level `under`.

    Headings never skip a level, a bold line above a table is its caption, and links hold text
    alone, because the tags of a printed document ask for all three.
    """
    html = str(markdown.render(text, heading_level=under + 1, plain=not for_screen))
    html = _steady_headings(html, under)
    html = TITLED_TABLE.sub(_captioned(for_screen), html)
    html = TABLE_HEAD.sub(_with_a_head, html)
    html = LINK.sub(lambda found: found[1] + TAG.sub("", found[2]) + found[3], html)
    return mark_safe(html)  # noqa: S308 - made by the Markdown renderer's allow-list


def _steady_headings(html: str, under: int) -> str:
    level = under

    def lowered(found: re.Match[str]) -> str:
        nonlocal level
        if not found[1]:
            level = min(int(found[2]), level + 1, 6)
        return f"<{found[1]}h{level}{found[3]}>"

    return HEADING.sub(lowered, html)


def _captioned(for_screen: bool) -> Callable[[re.Match[str]], str]:
    css = ' class="govuk-table__caption govuk-table__caption--s"' if for_screen else ""

    def caption(found: re.Match[str]) -> str:
        label = TAG.sub("", found["title"]).replace('"', "&quot;")
        frame = (found["frame"] or "").replace('aria-label="Table"', f'aria-label="{label}"')
        return f"{frame}{found['open']}<caption{css}>{found['title']}</caption>"

    return caption


def _with_a_head(found: re.Match[str]) -> str:
    """Give a table whose heads are all empty one head, over all its columns: its title."""
    if TAG.sub("", found["head"]).strip():
        return found[0]
    columns = len(re.findall(r"<th\b", found["head"]))
    cell = re.search(r'<th\b[^>]*?(?P<css> class="[^"]*")?[^>]*>', found["head"])
    css = (cell["css"] if cell else "") or ""
    title = NUMBERED.sub("", TAG.sub("", found["title"] or "")) or "Table"
    return (
        f"{found['open']}{found['caption'] or ''}<thead{found['attributes']}><tr>"
        f'<th scope="colgroup" colspan="{columns}"{css}>{title}</th></tr></thead>'
    )
