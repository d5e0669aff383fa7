"""What may a document fetch while it is being printed? Our own fonts, and nothing else."""

from functools import cache
from typing import Any

from .engine import weasyprint
from .fonts import SCHEME, font_bytes, font_files
from .problems import NOT_OURS


@cache
def white_list_fetcher() -> Any:
    """Return the fetcher that opens no file and no connection, whatever an address says."""
    weasyprint()
    from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

    class NotOnTheList(FatalURLFetchingError):
        """Not an ordinary exception: those the engine swallows, and prints a gap."""

    class WhiteListFetcher(URLFetcher):
        """Knows the fonts by name; every other address is refused and stops the print.

        The engine draws a gap where a picture inside a drawing is refused; `refused` remembers.
        """

        def __init__(self) -> None:
            super().__init__(allowed_protocols=())
            self.refused: list[str] = []

        def fetch(self, url: str, headers: Any = None) -> Any:
            name = url.removeprefix(SCHEME)
            if not url.startswith(SCHEME) or name not in font_files():
                self.refused.append(NOT_OURS.format(address=url[:200]))
                raise NotOnTheList(self.refused[-1])
            return URLFetcherResponse(url, font_bytes(name), {"Content-Type": "font/woff2"})

    return WhiteListFetcher()
