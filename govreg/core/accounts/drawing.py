"""How is a QR code drawn, so that a page without inline styles and images can show it?"""

import segno
from django.utils.html import format_html
from django.utils.safestring import SafeString

from govreg.core.ui.charts.drawing import svg

MODULE = 5
QUIET = 4


def qr_code(text: str, *, title: str, description: str) -> SafeString:
    """Return a QR code as SVG with presentation attributes only, black on white."""
    rows = [list(row) for row in segno.make(text, error="m", micro=False).matrix]
    side = (len(rows) + 2 * QUIET) * MODULE
    dark = "".join(
        f"M{(x + QUIET) * MODULE} {(y + QUIET) * MODULE}h{MODULE}v{MODULE}h-{MODULE}z"
        for y, row in enumerate(rows)
        for x, is_dark in enumerate(row)
        if is_dark
    )
    parts = [
        format_html('<rect width="{}" height="{}" fill="#ffffff"></rect>', side, side),
        format_html('<path d="{}" fill="#000000" shape-rendering="crispEdges"></path>', dark),
    ]
    return svg(parts, chart_id="qr", title=title, description=description, size=(side, side))
