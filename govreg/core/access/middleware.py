"""May this request go on to its view, and what does a refusal look like?"""

from collections.abc import Callable, Iterable
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest, HttpResponse

from govreg.core.history.once import AlreadySaved, remember_token
from govreg.core.refusals import Refused, Unavailable
from govreg.core.ui.errors import csrf_failure, refused_page, unavailable_page

from .decorator import declared_access
from .permissions import Permission
from .repeated import already_saved, was_saved_before
from .roles import ROLES

NOT_YOUR_ROLE = (
    "None of the roles you hold lets you open this page. It is for: {roles}. If you need it for "
    "your work, ask the register’s administrator."
)


def _not_your_role(permissions: Iterable[Permission]) -> str:
    """Say who may open the page, so that people know whom to ask."""
    wanted = set(permissions)
    names = [role.name for role in ROLES.values() if wanted & role.permissions]
    return NOT_YOUR_ROLE.format(roles=", ".join(names).lower())


class DeclaredAccessMiddleware:
    """Refuses undeclared views, sends strangers to the sign-in page, shows refusals as pages."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request, with the form's token at hand."""
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
                return csrf_failure(request)
            return redirect_to_login(request.get_full_path())
        allowed = not declaration.permissions or any(
            request.user.may_somewhere(permission) for permission in declaration.permissions
        )
        if not allowed:
            return refused_page(request, _not_your_role(declaration.permissions))
        if was_saved_before(request):
            return already_saved(request)
        return None

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Show a rule's refusal in its own words; a second submit of one form saves nothing."""
        if isinstance(error, Unavailable):
            return unavailable_page(request, error.refusal.sentence)
        if isinstance(error, Refused):
            return refused_page(request, error.refusal.sentence)
        if isinstance(error, AlreadySaved):
            return already_saved(request)
        return None
