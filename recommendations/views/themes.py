"""How is it seen which weakness recurs, and said what a recommendation is about?"""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from govreg.core.access import Permission, access
from govreg.core.access.rules import refusal_unless_council_wide
from govreg.core.editing.pages import edit_page
from govreg.core.refusals import Refused, enforce
from govreg.core.ui.lists import list_response
from recommendations.forms.themes import (
    ChangeThemeForm,
    NewThemeForm,
    SayThemesForm,
    seen_in_words,
    values_of,
)
from recommendations.lists.recommendations import RecommendationList
from recommendations.lists.themes import ThemeList
from recommendations.models import Recommendation, Theme
from recommendations.queries.themes import may_tag, of_theme, themes_listed, themes_of
from recommendations.rules.themes import refusal_to_tag
from recommendations.services import themes as services

from .loading import load_recommendation, require, trail_of

TITLE = "Themes"
ADD = "Add a theme"


def trail(*steps: tuple[str, str | None]) -> list[tuple[str, str | None]]:
    """Return the breadcrumbs of a page under the list of themes."""
    return [("Home", "/"), (TITLE, reverse("recommendations:themes")), *steps]


def _posted(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None


def _keeps(request: HttpRequest) -> bool:
    user: Any = request.user
    return bool(user.may(Permission.ADMINISTER_REFERENCE))


@access.signed_in
@require_safe
def themes(request: HttpRequest) -> HttpResponseBase:
    """List the themes, those that came up most often first."""
    return list_response(
        request,
        ThemeList,
        themes_listed(request.user),
        title=TITLE,
        breadcrumbs=[("Home", "/"), (TITLE, None)],
        template="recommendations/themes/list.html",
        extra={"may_keep": _keeps(request)},
    )


@access.signed_in
@require_safe
def theme(request: HttpRequest, pk: int) -> HttpResponseBase:
    """List the recommendations about a theme, across years and partnerships."""
    found = get_object_or_404(Theme.objects.visible_to(request.user), pk=pk)
    return list_response(
        request,
        RecommendationList,
        of_theme(found, request.user),
        title=found.name,
        breadcrumbs=trail((found.name, None)),
        template="recommendations/themes/page.html",
        extra={"caption": "Theme", "theme": found, "may_keep": _keeps(request)},
    )


@access(Permission.ADMINISTER_REFERENCE)
def add(request: HttpRequest) -> HttpResponse:
    """Add a theme to the list."""
    enforce(refusal_unless_council_wide(may=_keeps(request)))
    form = NewThemeForm(_posted(request), cancel_url=reverse("recommendations:themes"))
    return edit_page(
        request,
        form,
        save=lambda: services.add_theme(values=form.entry(), by=request.user),
        done=lambda made: f"“{made}” was added.",
        title=ADD,
        breadcrumbs=trail((ADD, None)),
    )


@access(Permission.ADMINISTER_REFERENCE)
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Change what a theme is called or means."""
    enforce(refusal_unless_council_wide(may=_keeps(request)))
    found = get_object_or_404(Theme, pk=pk)
    form = ChangeThemeForm(
        _posted(request),
        record=found,
        initial=values_of(found),
        cancel_url=found.get_absolute_url(),
    )
    return edit_page(
        request,
        form,
        save=lambda: services.change_theme(
            theme=found,
            version=form.version,
            values=form.entry(),
            by=request.user,
            reason=form.cleaned_data["reason"],
        ),
        done=lambda saved: f"“{saved}” was changed.",
        values_of=values_of,
        title="Change the theme",
        caption=found.name,
        breadcrumbs=trail((found.name, found.get_absolute_url()), ("Change", None)),
    )


@access(Permission.WRITE_REVIEWS, Permission.WRITE_RESPONSES)
def say(request: HttpRequest, reference: str, number: str) -> HttpResponse:
    """Say what a recommendation is about."""
    thing = load_recommendation(request, reference, number)
    require(refusal_to_tag(may_tag=may_tag(request.user, thing)))
    now = list(themes_of(thing))
    form = SayThemesForm(
        _posted(request),
        initial={"themes": now, "seen": seen_in_words(now)},
        cancel_url=thing.get_absolute_url(),
    )
    return edit_page(
        request,
        form,
        save=lambda: _say(form, thing, now, by=request.user),
        done=lambda saved: f"The themes of recommendation {saved.number} were saved.",
        to=thing.get_absolute_url(),
        title=f"Themes of recommendation {thing.number}",
        breadcrumbs=trail_of(thing, "Themes"),
    )


def _say(
    form: SayThemesForm, thing: Recommendation, now: list[Theme], *, by: Any
) -> Recommendation:
    """Save what was chosen; where it would put another's choice aside, show that first."""
    try:
        return services.say_themes(
            recommendation=thing,
            themes=form.cleaned_data["themes"],
            seen=form.seen_themes(),
            by=by,
        )
    except Refused:
        form.show(now)
        raise


def themes_panel(request: HttpRequest, recommendation: Recommendation) -> SafeString:
    """Show what a recommendation is about, on its page."""
    context = {
        "recommendation": recommendation,
        "themes": themes_of(recommendation),
        "may_tag": may_tag(request.user, recommendation),
    }
    return render_to_string("recommendations/themes/panel.html", context, request)
