"""May this request go on to its view, and what does a refusal look like?"""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from govreg.core.history.once import AlreadySaved, remember_token
from govreg.core.refusals import Refused

from .decorator import declared_access

NOT_YOUR_ROLE = (
    "None of the roles you hold lets you open this page. If you need it for your work, ask the "
    "register’s administrator."
)


class DeclaredAccessMiddleware:
    """Refuses undeclared views, sends strangers to the sign-in page, shows refusals as pages."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with remember_token(request):
            return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: Any, kwargs: Any
    ) -> HttpResponse | None:
        """Hold the view's declaration against the person who calls."""
        declaration = declared_access(view)
        if declaration is None:
            raise ImproperlyConfigured(f"{view.__module__}.{view.__qualname__} declares no access.")
        if not declaration.signed_in:
            return None
        if not request.user.is_authenticated:
            if request.method == "POST":
                return render(request, "errors/signed_out.html", _typed(request), status=403)
            return redirect_to_login(request.get_full_path())
        allowed = not declaration.permissions or any(
            request.user.may_somewhere(permission) for permission in declaration.permissions
        )
        if not allowed:
            return refused(request, NOT_YOUR_ROLE)
        return None

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Show a rule's refusal in its own words; a second submit of one form saves nothing."""
        if isinstance(error, Refused):
            return refused(request, error.refusal.sentence)
        if isinstance(error, AlreadySaved):
            messages.info(request, "This was already saved, so it was not saved a second time.")
            return redirect(request.path)
        return None


def refused(request: HttpRequest, sentence: str) -> HttpResponse:
    """Return the 403 page with the sentence that says why and what to do."""
    return render(request, "errors/403.html", {"sentence": sentence}, status=403)


def _typed(request: HttpRequest) -> dict[str, Any]:
    """Return what the person had typed, so that a session that ended loses no text."""
    hidden = {"csrfmiddlewaretoken", "once", "version"}
    typed = [
        (name.replace("_", " ").replace("-", " ").capitalize(), value)
        for name, values in request.POST.lists()
        for value in values
        if name not in hidden and "password" not in name and value.strip()
    ]
    return {"typed": typed}
