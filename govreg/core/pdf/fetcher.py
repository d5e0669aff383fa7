"""What may a document fetch while it is being printed? Our own fonts, and nothing else."""

from functools import cache
from typing import Any

from .engine import weasyprint
from .fonts import SCHEME, font_bytes, font_files
from .problems import NOT_OURS, PdfProblem


@cache
def white_list_fetcher() -> Any:
    """Return the fetcher that opens no file and no connection, whatever an address says."""
    weasyprint()
    from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

    class NotOnTheList(PdfProblem, FatalURLFetchingError):
        """The document asked for something that is not on the list."""

    class WhiteListFetcher(URLFetcher):
        """Knows the fonts by name; every other address is refused and stops the print."""

        def __init__(self) -> None:
            super().__init__(allowed_protocols=())

        def fetch(self, url: str, headers: Any = None) -> Any:
            name = url.removeprefix(SCHEME)
            if not url.startswith(SCHEME) or name not in font_files():
                raise NotOnTheList(NOT_OURS.format(address=url[:200]))
            return URLFetcherResponse(url, font_bytes(name), {"Content-Type": "font/woff2"})

    return WhiteListFetcher()
