"""How long is each kind of record kept, and what is due?"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from govreg.core import clock
from govreg.core.access import Permission, access
from govreg.core.council.definitions import RETENTION
from govreg.core.council.in_force import settings_in_force
from govreg.core.council.retention import what_is_due

from .deciding import decide_page, definition_of
from .loading import authorise, trail

HERE = "administration:retention"
TITLE = "Retention schedule"
WHAT_IS_DUE = "What is due under the retention schedule"


@access(Permission.ADMINISTER_REFERENCE)
def schedule(request: HttpRequest) -> HttpResponse:
    """Show how many years each kind is kept, from when, and on which basis."""
    authorise(request, Permission.ADMINISTER_REFERENCE)
    context = {
        "title": TITLE,
        "breadcrumbs": trail((TITLE, None)),
        "settings": settings_in_force(on=clock.today(), group=RETENTION),
    }
    return render(request, "administration/retention/schedule.html", context)


@access(Permission.ADMINISTER_REFERENCE)
def due(request: HttpRequest) -> HttpResponse:
    """List what is due of each kind; nothing is removed here."""
    authorise(request, Permission.ADMINISTER_REFERENCE)
    context = {
        "title": WHAT_IS_DUE,
        "breadcrumbs": trail((TITLE, reverse(HERE)), ("What is due", None)),
        "kinds": what_is_due(on=clock.today()),
        "may_redact": request.user.may(Permission.REDACT),  # type: ignore[union-attr]
    }
    return render(request, "administration/retention/due.html", context)


@access(Permission.ADMINISTER_REFERENCE)
def decide_years(request: HttpRequest, name: str) -> HttpResponse:
    """Record for how many years a kind is kept from a day on."""
    authorise(request, Permission.ADMINISTER_REFERENCE)
    definition = definition_of(name, group=RETENTION)
    return decide_page(
        request,
        name,
        under=(TITLE, reverse(HERE)),
        title="Decide how long it is kept",
        caption=definition.label,
        intro=definition.explanation,
    )
