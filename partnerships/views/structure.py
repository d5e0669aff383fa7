"""How is a partnership built, as a table, as a chart and as a list?"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from govreg.core import clock
from govreg.core.access import Permission, access
from partnerships.queries.structure_page import structure_page

from .loading import keeps_members, keeps_partnership, seen_partnership
from .sections import section


@access(Permission.VIEW_PARTNERSHIPS)
@require_safe
def structure(request: HttpRequest, reference: str) -> HttpResponse:
    """Show a partnership's bodies, how they work together and to whom they report."""
    partnership = seen_partnership(request, reference)
    context = {
        **section(partnership, "structure", "Structure"),
        "page": structure_page(partnership, request.user, on=clock.today()),
        "may_keep": keeps_partnership(request, partnership),
        "may_keep_members": keeps_members(request, partnership),
    }
    return render(request, "partnerships/partnerships/structure.html", context)
