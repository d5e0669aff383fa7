"""By which rule are agreed actions rated, from which day?"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from govreg.core import clock
from govreg.core.access import Permission, access
from govreg.core.council.definitions import RATINGS
from govreg.core.council.in_force import settings_in_force
from recommendations.queries.ratings import rule_in_words

from .deciding import decide_page, definition_of
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
    definition = definition_of(name, group=RATINGS)
    return decide_page(
        request,
        name,
        under=(TITLE, reverse(HERE)),
        title="Decide the rule of the computed rating",
        caption=definition.label,
        intro=definition.explanation,
    )
