"""What may a browser do with a page of the register, beyond what Django's own headers say?"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

#: The register asks a browser for none of these, so nothing that got into a page may either.
NEVER_ASKED = ("camera", "display-capture", "geolocation", "microphone", "payment", "usb")
HEADERS = {
    "Permissions-Policy": ", ".join(f"{name}=()" for name in NEVER_ASKED),
    "Cross-Origin-Resource-Policy": "same-origin",
}


class NarrowHeadersMiddleware:
    """Adds the headers to every answer that does not set its own."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request."""
        response = self.get_response(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        return response
