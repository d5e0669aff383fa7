"""How are the figures shown?"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict

from .measure import Measured
from .printing import Printed

MOST = 6.0
HEADS = ("Page", "Role", "Queries", "KB", "Median ms", "95 % ms", "Ratio")


def in_words(pages: Sequence[Measured], printed: Printed | None, *, rounds: int) -> str:
    """Return the figures as a table that can stand in a Markdown file."""
    lines = [f"Processor time of {rounds} rounds, each page in turn with the floor view.", ""]
    lines += lined_up(HEADS, [_cells(page) for page in pages], words=2)
    above = [f"{page.name} ({page.role})" for page in pages if page.ratio > MOST]
    lines += ["", f"Above {MOST:g} × the floor: {', '.join(above) or 'no page'}."]
    if printed:
        lines += ["", *_printed(printed)]
    return "\n".join(lines)


def as_json(pages: Sequence[Measured], printed: Printed | None, *, rounds: int) -> str:
    """Return the figures for a program."""
    figures = {
        "rounds": rounds,
        "pages": [asdict(page) for page in pages],
        "report": asdict(printed) if printed else None,
    }
    return json.dumps(figures, indent=2)


def lined_up(heads: Sequence[str], rows: Sequence[Sequence[str]], *, words: int) -> Iterator[str]:
    """Give the lines of a Markdown table; after the first columns of words come figures."""
    everything = [heads, *rows]
    widths = [max(len(row[i]) for row in everything) for i in range(len(heads))]
    for position, row in enumerate(everything):
        cells = [
            cell.ljust(width) if i < words else cell.rjust(width)
            for i, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        yield f"| {' | '.join(cells)} |"
        if position == 0:
            rule = ["-" * w if i < words else "-" * (w - 1) + ":" for i, w in enumerate(widths)]
            yield f"| {' | '.join(rule)} |"


def _cells(page: Measured) -> tuple[str, ...]:
    return (
        page.name,
        page.role,
        str(page.queries),
        f"{page.kilobytes:.0f}",
        f"{page.median:.1f}",
        f"{page.percentile_95:.1f}",
        f"{page.ratio:.1f}",
    )


def _printed(printed: Printed) -> Iterator[str]:
    yield f"The 2007 review's report as a PDF: {printed.pages} pages, {printed.kilobytes:.0f} KB."
    yield ""
    yield "| Run | Processor s | of which building | ms a page | Peak memory |"
    yield "| --- | ---: | ---: | ---: | ---: |"
    yield (
        f"| From a shell, start of Django included | {printed.fresh_process:.2f} | | "
        f"{1000 * printed.fresh_process / printed.pages:.0f} | "
        f"{printed.fresh_process_memory:.0f} MB |"
    )
    yield (
        f"| First in a process | {printed.cold:.2f} | {printed.cold_build:.3f} | "
        f"{printed.cold_page:.0f} | |"
    )
    yield (
        f"| Later in that process | {printed.warm:.2f} | {printed.warm_build:.3f} | "
        f"{printed.warm_page:.0f} | |"
    )
