"""What does a partnership answer for, and where is each part of it kept?"""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from govreg.core import clock
from govreg.core.access import Permission, access
from partnerships.models import Partnership
from partnerships.queries.accountability import complaints_of, table_of
from partnerships.queries.commissioning import counts_of
from partnerships.queries.roles import summary_of

from .loading import keeps_partnership, seen_partnership
from .partnerships import trail
from .sections import section

TITLE = "Accountability"


def under_accountability(partnership: Partnership, *steps: tuple[str, str | None]) -> list[Any]:
    """Return the breadcrumbs of a page under what a partnership answers for."""
    here = (partnership.name, partnership.get_absolute_url())
    whole = reverse("partnerships:accountability", args=[partnership.reference])
    return trail(here, (TITLE, whole), *steps)


@access(Permission.VIEW_PARTNERSHIPS)
@require_safe
def accountability(request: HttpRequest, reference: str) -> HttpResponse:
    """Show each part of what the partnership answers for: how far it is kept, and where."""
    partnership = seen_partnership(request, reference)
    decisions, with_gaps = counts_of(partnership, request.user)
    context = {
        **section(partnership, "accountability", TITLE),
        "decisions": decisions,
        "with_gaps": with_gaps,
        "liaison": summary_of(partnership, on=clock.today()),
        "arranged": table_of(partnership),
        "complaints": complaints_of(partnership),
        "route": partnership.complaints_route,
        "may_keep": keeps_partnership(request, partnership),
    }
    return render(request, "partnerships/accountability/page.html", context)
