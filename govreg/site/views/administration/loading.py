"""Which record does this address mean, and may this administrator keep it?"""

from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse

from govreg.core.access import Permission
from govreg.core.access.models import RoleHolding
from govreg.core.access.rules import refusal_unless_council_wide
from govreg.core.accounts.models import User
from govreg.core.refusals import enforce

Steps = list[tuple[str, str | None]]


def authorise(request: HttpRequest, permission: Permission) -> None:
    """Refuse whoever does not hold the permission for the whole council."""
    user: Any = request.user
    enforce(refusal_unless_council_wide(may=user.may(permission)))


def kept_user(request: HttpRequest, pk: int) -> User:
    """Return a user whom the administrator keeps."""
    authorise(request, Permission.ADMINISTER_PEOPLE)
    return get_object_or_404(User.objects.visible_to(request.user), pk=pk)


def holding_of(user: User, pk: int) -> RoleHolding:
    """Return a role that a user holds or held."""
    holding: RoleHolding = get_object_or_404(
        RoleHolding.objects.select_related("scope"), user=user, pk=pk
    )
    holding.user = user
    return holding


def trail(*steps: tuple[str, str | None]) -> Steps:
    """Return the breadcrumbs of a page of the administration."""
    return [("Home", "/"), ("Administration", reverse("administration:index")), *steps]


def under_users(*steps: tuple[str, str | None]) -> Steps:
    """Return the breadcrumbs of a page under the list of users."""
    return trail(("Users", reverse("people:users")), *steps)


def under_user(user: User, step: str) -> Steps:
    """Return the breadcrumbs of a page under a user's page."""
    return under_users((user.name, user.get_absolute_url()), (step, None))
