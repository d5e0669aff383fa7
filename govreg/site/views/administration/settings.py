"""What do the council's settings say today, and how is a new value decided?"""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from govreg.core import clock
from govreg.core.access import Permission, access
from govreg.core.council.definitions import DEFINITIONS
from govreg.core.council.in_force import settings_in_force
from govreg.core.council.settings import decide, whole_number
from govreg.core.editing.pages import edit_page
from govreg.core.ui.words import long_date
from govreg.site.forms.settings import SettingForm

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
    definition = DEFINITIONS.get(name)
    if definition is None or definition.group:
        raise Http404
    today = clock.today()
    form = SettingForm(
        request.POST if request.method == "POST" else None,
        definition=definition,
        initial={"value": whole_number(name, on=today), "start": today},
        cancel_url=reverse("administration:settings"),
    )
    return edit_page(
        request,
        form,
        save=lambda: decide(name=name, by=request.user, **form.values()),
        done=lambda row: f"{definition.label}: {row.value} from {long_date(row.start)}.",
        to=reverse("administration:settings"),
        title="Decide a setting",
        caption=definition.label,
        intro=f"{definition.explanation} Reports about days before the new value keep the value "
        "of their time.",
        breadcrumbs=trail(
            ("Council settings", reverse("administration:settings")), ("Decide", None)
        ),
    )
