"""How often does one request read the council's settings? Once, if at all."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from .settings import looked_up_once


class SettingsOnceMiddleware:
    """Keeps the settings that a request has read until it is answered."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request."""
        with looked_up_once():
            return self.get_response(request)
