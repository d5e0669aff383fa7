"""By which rule are agreed actions rated, from which day?"""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from govreg.core import clock
from govreg.core.access import Permission, access
from govreg.core.council.definitions import DEFINITIONS, RATINGS
from govreg.core.council.in_force import settings_in_force
from govreg.core.council.settings import decide, whole_number
from govreg.core.editing.pages import edit_page
from govreg.core.ui.words import long_date
from govreg.site.forms.settings import SettingForm
from recommendations.queries.ratings import rule_in_words

from .loading import authorise, trail

HERE = "administration:ratings"
TITLE = "Rule of the computed rating"


@access(Permission.ADMINISTER_REFERENCE)
def rule(request: HttpRequest) -> HttpResponse:
    """Show the rule in force today in words, and the settings that it is made of."""
    authorise(request, Permission.ADMINISTER_REFERENCE)
    today = clock.today()
    context = {
        "title": TITLE,
        "breadcrumbs": trail((TITLE, None)),
        "rule": rule_in_words(on=today),
        "settings": settings_in_force(on=today, group=RATINGS),
    }
    return render(request, "administration/ratings/rule.html", context)


@access(Permission.ADMINISTER_REFERENCE)
def decide_rating(request: HttpRequest, name: str) -> HttpResponse:
    """Record what a setting of the rule is from a day on."""
    authorise(request, Permission.ADMINISTER_REFERENCE)
    definition = DEFINITIONS.get(name)
    if definition is None or definition.group != RATINGS:
        raise Http404
    today = clock.today()
    form = SettingForm(
        request.POST if request.method == "POST" else None,
        definition=definition,
        initial={"value": whole_number(name, on=today), "start": today},
        cancel_url=reverse(HERE),
    )
    return edit_page(
        request,
        form,
        save=lambda: decide(name=name, by=request.user, **form.values()),
        done=lambda row: f"{definition.label}: {row.value} from {long_date(row.start)}.",
        to=reverse(HERE),
        title="Decide the rule of the computed rating",
        caption=definition.label,
        intro=definition.explanation,
        breadcrumbs=trail((TITLE, reverse(HERE)), ("Decide", None)),
    )
