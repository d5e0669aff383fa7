"""How are strategic frameworks and their themes kept?"""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from govreg.core import clock
from govreg.core.access import Permission, access
from govreg.core.editing.pages import edit_page
from govreg.core.refusals import enforce
from govreg.core.ui.components import SummaryRow
from partnerships.forms.alignment import (
    ChangeFrameworkForm,
    ChangeThemeForm,
    NewFrameworkForm,
    NewThemeForm,
    values_of_framework,
    values_of_theme,
)
from partnerships.models import StrategicFramework, StrategicTheme
from partnerships.queries.alignment import contributors
from partnerships.rules.alignment import refusal_to_keep_frameworks
from partnerships.services import alignment as services

from .partnerships import trail

TITLE = "Strategic frameworks"


def under_frameworks(*steps: tuple[str, str | None]) -> list:
    """Return the breadcrumbs of a page under the frameworks."""
    return trail((TITLE, reverse("partnerships:frameworks")), *steps)


@access(Permission.VIEW_PARTNERSHIPS)
@require_safe
def frameworks(request: HttpRequest) -> HttpResponse:
    """Show every framework with its aims, themes and outcomes."""
    context = {
        "title": TITLE,
        "breadcrumbs": trail((TITLE, None)),
        "frameworks": StrategicFramework.objects.prefetch_related("themes"),
        "may_keep": services.keeps_frameworks(request.user),
    }
    return render(request, "partnerships/frameworks/list.html", context)


@access(Permission.VIEW_PARTNERSHIPS)
@require_safe
def framework(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a framework, and which partnerships contribute to each theme."""
    thing = get_object_or_404(StrategicFramework, pk=pk)
    context = {
        "title": thing.name,
        "caption": thing.get_kind_display(),
        "breadcrumbs": under_frameworks((thing.name, None)),
        "framework": thing,
        "rows": [
            SummaryRow("Period", thing.period),
            SummaryRow("In force from", thing.start),
            SummaryRow("In force to", thing.end),
            SummaryRow("Note", thing.note),
        ],
        "lines": contributors(thing, request.user, on=clock.today()),
        "may_keep": services.keeps_frameworks(request.user),
    }
    return render(request, "partnerships/frameworks/page.html", context)


@access(Permission.ADMINISTER_REFERENCE, Permission.KEEP_PARTNERSHIPS)
def add(request: HttpRequest) -> HttpResponse:
    """Add a framework."""
    _authorise(request)
    form = NewFrameworkForm(
        request.POST if request.method == "POST" else None,
        cancel_url=reverse("partnerships:frameworks"),
    )
    return edit_page(
        request,
        form,
        save=lambda: services.add_framework(values=form.entry(), by=request.user),
        done=lambda added: f"{added.name} was added. Now add its aims, themes or outcomes.",
        title="Add a framework",
        breadcrumbs=under_frameworks(("Add a framework", None)),
    )


@access(Permission.ADMINISTER_REFERENCE, Permission.KEEP_PARTNERSHIPS)
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Change what is said of a framework."""
    _authorise(request)
    thing = get_object_or_404(StrategicFramework, pk=pk)
    form = ChangeFrameworkForm(
        request.POST if request.method == "POST" else None,
        record=thing,
        initial=values_of_framework(thing),
        cancel_url=thing.get_absolute_url(),
    )

    def save() -> Any:
        return services.describe_framework(
            framework=thing,
            version=form.version,
            values=form.entry(),
            by=request.user,
            reason=form.cleaned_data["reason"],
        )

    return edit_page(
        request,
        form,
        save=save,
        done=lambda saved: f"{saved.name} was saved.",
        values_of=values_of_framework,
        title="Change the framework",
        caption=thing.name,
        breadcrumbs=under_frameworks((thing.name, thing.get_absolute_url()), ("Change", None)),
    )


@access(Permission.ADMINISTER_REFERENCE, Permission.KEEP_PARTNERSHIPS)
def add_theme(request: HttpRequest, pk: int) -> HttpResponse:
    """Add an aim, a theme or an outcome."""
    _authorise(request)
    thing = get_object_or_404(StrategicFramework, pk=pk)
    form = NewThemeForm(
        request.POST if request.method == "POST" else None,
        initial={"position": thing.themes.count() + 1, "kind": StrategicTheme.Kind.THEME},
        cancel_url=thing.get_absolute_url(),
    )
    title = "Add an aim, a theme or an outcome"
    return edit_page(
        request,
        form,
        save=lambda: services.add_theme(framework=thing, values=form.entry(), by=request.user),
        done=lambda added: f"{added.name} was added.",
        to=thing.get_absolute_url(),
        title=title,
        caption=thing.name,
        breadcrumbs=under_frameworks((thing.name, thing.get_absolute_url()), (title, None)),
    )


@access(Permission.ADMINISTER_REFERENCE, Permission.KEEP_PARTNERSHIPS)
def change_theme(request: HttpRequest, pk: int, theme_pk: int) -> HttpResponse:
    """Change what an aim, a theme or an outcome is called."""
    _authorise(request)
    thing = get_object_or_404(StrategicFramework, pk=pk)
    theme: StrategicTheme = get_object_or_404(thing.themes, pk=theme_pk)
    theme.framework = thing
    form = ChangeThemeForm(
        request.POST if request.method == "POST" else None,
        record=theme,
        initial=values_of_theme(theme),
        cancel_url=thing.get_absolute_url(),
    )

    def save() -> Any:
        return services.describe_theme(
            theme=theme,
            version=form.version,
            values=form.entry(),
            by=request.user,
            reason=form.cleaned_data["reason"],
        )

    return edit_page(
        request,
        form,
        save=save,
        done=lambda saved: f"{saved.name} was saved.",
        values_of=values_of_theme,
        to=thing.get_absolute_url(),
        title="Change what it is called",
        caption=theme.name,
        breadcrumbs=under_frameworks((thing.name, thing.get_absolute_url()), (theme.name, None)),
    )


def _authorise(request: HttpRequest) -> None:
    enforce(refusal_to_keep_frameworks(may_keep=services.keeps_frameworks(request.user)))
