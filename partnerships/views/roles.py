"""How are the roles in a partnership read and kept?"""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from govreg.core import clock
from govreg.core.access import Permission, access
from govreg.core.editing.pages import edit_page
from partnerships.forms.roles import ChangeRoleForm, NewRoleForm, values_of
from partnerships.models import Partnership, PartnershipRole
from partnerships.queries.roles import briefings_of, roles_of
from partnerships.services import roles as services

from .accountability import under_accountability
from .loading import keeps_partnership, kept_partnership, seen_partnership
from .sections import section

TITLE = "Roles and liaison"


def address(partnership: Partnership) -> str:
    """Return the address of the page of a partnership's roles."""
    return reverse("partnerships:roles", args=[partnership.reference])


def under_roles(partnership: Partnership, *steps: tuple[str, str | None]) -> list[Any]:
    """Return the breadcrumbs of a page under a partnership's roles."""
    return under_accountability(partnership, (TITLE, address(partnership)), *steps)


@access(Permission.VIEW_PARTNERSHIPS)
@require_safe
def roles(request: HttpRequest, reference: str) -> HttpResponse:
    """Show who holds which role, what is delegated, and who briefs whom."""
    partnership = seen_partnership(request, reference)
    today = clock.today()
    context = {
        **section(partnership, "accountability", TITLE),
        "breadcrumbs": under_accountability(partnership, (TITLE, None)),
        "roles": [(role, role.is_in_force(on=today)) for role in roles_of(partnership)],
        "briefings": briefings_of(partnership, on=today),
        "may_keep": keeps_partnership(request, partnership),
    }
    return render(request, "partnerships/roles/page.html", context)


@access(Permission.KEEP_PARTNERSHIPS)
def add(request: HttpRequest, reference: str) -> HttpResponse:
    """Add a role."""
    partnership = kept_partnership(request, reference)
    form = NewRoleForm(
        request.POST if request.method == "POST" else None,
        partnership=partnership,
        cancel_url=address(partnership),
    )
    return edit_page(
        request,
        form,
        save=lambda: services.add_role(
            partnership=partnership, values=form.entry(), by=request.user
        ),
        done=lambda added: f"The role “{added}” was added.",
        title="Add a role",
        caption=partnership.name,
        breadcrumbs=under_roles(partnership, ("Add a role", None)),
    )


@access(Permission.KEEP_PARTNERSHIPS)
def change(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Change or end a role."""
    partnership = kept_partnership(request, reference)
    role: Any = get_object_or_404(PartnershipRole, partnership=partnership, pk=pk)
    role.partnership = partnership
    form = ChangeRoleForm(
        request.POST if request.method == "POST" else None,
        record=role,
        initial=values_of(role),
        cancel_url=address(partnership),
    )
    return edit_page(
        request,
        form,
        save=lambda: services.change_role(
            role=role,
            version=form.version,
            values=form.entry(),
            by=request.user,
            reason=form.cleaned_data["reason"],
        ),
        done=lambda saved: f"The role “{saved}” was changed.",
        values_of=values_of,
        title="Change or end the role",
        caption=role.title,
        breadcrumbs=under_roles(partnership, ("Change or end the role", None)),
    )
