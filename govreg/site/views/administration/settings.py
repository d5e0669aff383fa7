"""What do the council's settings say today, and how is a new value decided?"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from govreg.core import clock
from govreg.core.access import Permission, access
from govreg.core.council.in_force import settings_in_force

from .deciding import decide_page, definition_of
from .loading import authorise, trail


@access(Permission.ADMINISTER_REFERENCE)
def settings(request: HttpRequest) -> HttpResponse:
    """Show every setting with its value, the day it holds from, and what came before and after."""
    authorise(request, Permission.ADMINISTER_REFERENCE)
    context = {
        "title": "Council settings",
        "breadcrumbs": trail(("Council settings", None)),
        "settings": settings_in_force(on=clock.today()),
    }
    return render(request, "administration/settings.html", context)


@access(Permission.ADMINISTER_REFERENCE)
def decide_setting(request: HttpRequest, name: str) -> HttpResponse:
    """Record what the council decided a setting to be from a day on."""
    authorise(request, Permission.ADMINISTER_REFERENCE)
    definition = definition_of(name)
    return decide_page(
        request,
        name,
        under=("Council settings", reverse("administration:settings")),
        title="Decide a setting",
        caption=definition.label,
        intro=f"{definition.explanation} Reports about days before the new value keep the value "
        "of their time.",
    )
