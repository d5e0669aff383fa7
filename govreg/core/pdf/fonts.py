"""Which typeface are the reports set in, and where are its files?"""

from functools import cache
from pathlib import Path

from django.conf import settings

from .problems import NO_FONTS, PdfProblem

SCHEME = "font:"
FAMILY = "Source Sans 3"
#: The same design, for the letters that Western European languages do not have.
EXTENDED_FAMILY = "Source Sans 3 Extended"
ALPHABETS = {"latin": FAMILY, "latin-ext": EXTENDED_FAMILY}
STYLES = {
    "400-normal": (400, "normal"),
    "400-italic": (400, "italic"),
    "700-normal": (700, "normal"),
}


def font_files() -> dict[str, tuple[str, int, str]]:
    """Return the family, weight and style of every font file, by its name."""
    return {
        f"source-sans-3-{alphabet}-{look}.woff2": (family, weight, style)
        for alphabet, family in ALPHABETS.items()
        for look, (weight, style) in STYLES.items()
    }


def font_faces() -> str:
    """Return the style sheet that names the fonts by addresses only our fetcher knows."""
    return "\n".join(
        f'@font-face {{ font-family: "{family}"; font-weight: {weight}; font-style: {style}; '
        f"src: url({SCHEME}{name}) }}"
        for name, (family, weight, style) in font_files().items()
    )


@cache
def font_bytes(name: str) -> bytes:
    """Return a font file's content.

    Raises PdfProblem when the front-end assets were not built.
    """
    path = Path(settings.VAR_DIR) / "assets" / "fonts" / name
    try:
        return path.read_bytes()
    except OSError as error:
        raise PdfProblem(NO_FONTS.format(name=name)) from error


def require_fonts() -> None:
    """Refuse to print in whatever typeface the computer happens to have."""
    for name in font_files():
        font_bytes(name)
