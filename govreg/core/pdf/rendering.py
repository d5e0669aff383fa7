"""How is one document set in pages and written as bytes?"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import lru_cache
from threading import Lock
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import mark_safe

from .engine import weasyprint
from .fetcher import white_list_fetcher
from .finisher import Finisher
from .fonts import font_faces, require_fonts
from .letters import with_names
from .limits import inspect
from .problems import PdfProblem

#: The text engine and the garbage collector's switch belong to the whole process.
_one_at_a_time = Lock()

#: For reading; and for keeping, where the archive's rules are met beside those of accessibility.
ACCESSIBLE = "pdf/ua-1"
ARCHIVAL = "pdf/a-3a"


def render(
    body: str,
    *,
    stylesheet: str,
    title: str,
    created: datetime,
    author: str = "",
    language: str = "en-GB",
    archival: bool = False,
) -> bytes:
    """Return the PDF of a document whose `<body>` is given.

    `created` is the document's own moment, not the clock's, so that the same input gives the same
    bytes. With `archival` the file is both PDF/UA-1 and PDF/A-3a.

    Raises PdfProblem with a sentence when something is missing or the text cannot be printed.
    """
    found = inspect(body)
    require_fonts()
    html = _page(body, title=title, created=created, author=author, language=language)
    variant = ARCHIVAL if archival else ACCESSIBLE
    finisher = Finisher(link_texts=found.link_texts, add_accessible_mark=archival)
    weasyprint()
    with _one_at_a_time, _no_garbage_collection(), _problems_of_fetching():
        pdf = _printed(html, stylesheet, variant, finisher)
        if finisher.missing_signs:
            pdf = _printed(with_names(html, finisher.missing_signs), stylesheet, variant, finisher)
    return pdf


def _printed(html: str, stylesheet: str, variant: str, finisher: Finisher) -> bytes:
    style, fonts = _prepared(stylesheet)
    document = weasyprint().HTML(string=html, base_url=None, url_fetcher=white_list_fetcher())
    pdf: bytes = document.write_pdf(
        stylesheets=[style],
        font_config=fonts,
        pdf_variant=variant,
        pdf_identifier=True,
        finisher=finisher,
    )
    return pdf


@lru_cache(maxsize=8)
def _prepared(stylesheet: str) -> tuple[Any, Any]:
    """Read the fonts and the style sheet once for a process."""
    engine = weasyprint()
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    css = engine.CSS(
        string=f"{font_faces()}\n{stylesheet}",
        base_url=None,
        url_fetcher=white_list_fetcher(),
        font_config=fonts,
    )
    return css, fonts


def _page(body: str, *, title: str, created: datetime, author: str, language: str) -> str:
    moment = created.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return format_html(
        '<!doctype html><html lang="{}"><head><meta charset="utf-8"><title>{}</title>'
        '{}<meta name="dcterms.created" content="{}"><meta name="dcterms.modified" content="{}">'
        "</head><body>{}</body></html>",
        language,
        title,
        format_html('<meta name="author" content="{}">', author) if author else "",
        moment,
        moment,
        mark_safe(body),  # noqa: S308 - made by the callers' templates, which escape
    )


@contextmanager
def _problems_of_fetching() -> Iterator[None]:
    """Turn what the fetcher refused into a problem with a sentence."""
    from weasyprint.urls import FatalURLFetchingError

    refused = white_list_fetcher().refused
    refused.clear()
    try:
        yield
    except FatalURLFetchingError as error:
        raise PdfProblem(str(error)) from error
    if refused:
        raise PdfProblem(refused[0])


@contextmanager
def _no_garbage_collection() -> Iterator[None]:
    """Keep the collector from walking a million living boxes again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
