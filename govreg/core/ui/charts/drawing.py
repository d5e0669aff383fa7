"""What is a chart drawn with, so that it looks the same on a screen and in a PDF?

Presentation attributes only: a page's policy forbids styles, and the PDF's maker knows few.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify

INK = "#0b0c0c"
PAPER = "#ffffff"
LINE = "#484949"
FONTS = "Arial, Helvetica, sans-serif"
#: An average character's width as a part of its height, for type without serifs.
CHARACTER = 0.58
BOLD_CHARACTER = 0.66

#: A number stays with its letter: a no-break space is no place to break.
BREAKS = r"[ \t\r\n]+"


#: What XML cannot hold, however it is written: a drawing with it would be none.
NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
STANDS_IN = "\N{REPLACEMENT CHARACTER}"


def drawable(text: str) -> str:
    """Return a text with a sign in the place of each character that XML cannot hold."""
    return NO_XML.sub(STANDS_IN, text)


def wrapped(text: str, width: float, size: int, *, bold: bool = False) -> list[str]:
    """Break a text into lines that fit a width; a word that is too long is broken too."""
    most = max(4, int(width / (size * (BOLD_CHARACTER if bold else CHARACTER))))
    lines = [""]
    for word in filter(None, re.split(BREAKS, text)):
        for piece in _pieces(word, most):
            joined = f"{lines[-1]} {piece}".strip()
            if len(joined) <= most:
                lines[-1] = joined
            else:
                lines.append(piece)
    return lines


def _pieces(word: str, most: int) -> list[str]:
    cuts = [*range(0, len(word), most), len(word)]
    return [word[start:end] for start, end in pairwise(cuts)]


def text_lines(
    lines: Sequence[str], *, x: float, y: float, size: int, fill: str = INK, **look: str
) -> SafeString:
    """Draw lines of text, the first with its base at `y`."""
    anchor = look.get("anchor", "start")
    weight = look.get("weight", "400")
    step = round(size * 1.25, 1)
    spans = "".join(
        f'<tspan x="{x}" y="{round(y + index * step, 1)}">{escape(drawable(line))}</tspan>'
        for index, line in enumerate(lines)
    )
    # A chart has hundreds of these: what is typed is escaped, and the rest is the drawer's own.
    return mark_safe(  # noqa: S308
        f'<text font-size="{size}" font-weight="{escape(weight)}" text-anchor="{escape(anchor)}" '
        f'fill="{escape(fill)}">{spans}</text>'
    )


def svg(
    parts: Iterable[SafeString],
    *,
    chart_id: str,
    title: str,
    description: str,
    size: tuple[float, float],
    has_links: bool = False,
) -> SafeString:
    """Put a drawing into a frame that says in words what it shows."""
    name = slugify(chart_id) or "chart"
    width, height = round(size[0]), round(size[1])
    return format_html(
        '<svg xmlns="http://www.w3.org/2000/svg" class="app-chart" width="{width}" '
        'height="{height}" viewBox="0 0 {width} {height}" role="{role}" '
        'aria-labelledby="{name}-title {name}-description" font-family="{fonts}">'
        '<title id="{name}-title">{title}</title>'
        '<desc id="{name}-description">{description}</desc>{parts}</svg>',
        width=width,
        height=height,
        role="group" if has_links else "img",
        name=name,
        fonts=FONTS,
        title=drawable(title),
        description=drawable(description),
        parts=format_html_join("", "{}", ((part,) for part in parts)),
    )
