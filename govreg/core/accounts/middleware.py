"""Has whoever asks passed the second factor, where one is needed?"""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from govreg.core import clock
from govreg.core.access import factors
from govreg.core.access.decorator import declared_access
from govreg.core.ui.errors import csrf_failure

from .models import SecondFactor
from .needs import roles_that_need_it

CODE, SET_UP = "accounts:code", "accounts:set-up-factor"


class SecondFactorMiddleware:
    """Leads a session with the first factor alone to the second, and nowhere else.

    What anybody may read stays open: a stranger would be shown it too.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: Any, kwargs: Any
    ) -> HttpResponse | None:
        """Send the person on to the step that is missing; typed texts are given back."""
        declaration = declared_access(view)
        if declaration is None or not declaration.signed_in or declaration.first_factor_is_enough:
            return None
        if not request.user.is_authenticated:
            return None
        missing = missing_step(request)
        if not missing:
            return None
        if request.method == "POST":
            return csrf_failure(request)
        return redirect(f"{reverse(missing)}?{urlencode({'next': request.get_full_path()})}")


def missing_step(request: HttpRequest) -> str:
    """Return the name of the page to pass first, or "" where nothing is missing."""
    if factors.is_passed(request):
        return ""
    if factors.is_awaited(request):
        return CODE
    if not roles_that_need_it(request.user, on=clock.today()):
        return ""
    user: Any = request.user
    return CODE if SecondFactor.objects.filter(user=user).exists() else SET_UP
