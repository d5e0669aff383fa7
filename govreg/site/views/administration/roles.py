"""Which roles are there, and what may each of them do?"""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from govreg.core.access import Permission, access
from govreg.core.access.roles import ROLES

from .loading import trail


@access.signed_in
def roles(request: HttpRequest) -> HttpResponse:
    """Show every role with what it may do; everybody may read what a role means."""
    described = [
        (role, [permission.value for permission in Permission if permission in role.permissions])
        for role in ROLES.values()
    ]
    user: Any = request.user
    is_administrator = user.may(Permission.ADMINISTER_PEOPLE)
    here = [("Home", "/"), ("Roles", None)]
    context = {
        "title": "Roles",
        "breadcrumbs": trail(("Roles", None)) if is_administrator else here,
        "roles": described,
    }
    return render(request, "administration/roles.html", context)
