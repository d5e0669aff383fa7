"""How is the money of an area mapped and read?"""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from govreg.core.access import Permission, access
from govreg.core.editing.pages import edit_page
from govreg.core.refusals import enforce
from govreg.core.ui.lists import list_response
from partnerships.forms.resource_maps import ResourceMapForm, values_of
from partnerships.lists.resource_maps import ResourceMapList
from partnerships.models import ResourceMap
from partnerships.queries.resource_maps import map_page
from partnerships.rules.keeping import refusal_to_keep_resource_maps
from partnerships.services.resource_maps import add_resource_map, change_resource_map

from .loading import adds_partnerships
from .partnerships import trail

TITLE = "Resource maps"
TEMPLATE = "partnerships/resource_maps/form.html"


def under_maps(*steps: tuple[str, str | None]) -> list[Any]:
    """Return the breadcrumbs of a page under the list of maps."""
    return trail((TITLE, reverse("partnerships:resource-maps")), *steps)


@access(Permission.VIEW_PARTNERSHIPS)
def resource_maps(request: HttpRequest) -> HttpResponseBase:
    """List the maps."""
    return list_response(
        request,
        ResourceMapList,
        ResourceMap.objects.visible_to(request.user),
        title=TITLE,
        breadcrumbs=trail((TITLE, None)),
        template="partnerships/resource_maps/list.html",
        extra={"may_keep": adds_partnerships(request)},
    )


@access(Permission.VIEW_PARTNERSHIPS)
@require_safe
def resource_map(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one map as a chart and as a table."""
    thing = get_object_or_404(ResourceMap.objects.visible_to(request.user), pk=pk)
    context = {
        "title": thing.title,
        "caption": ", ".join(filter(None, [thing.area, thing.financial_year])),
        "breadcrumbs": under_maps((thing.title, None)),
        "thing": thing,
        "page": map_page(thing),
        "may_keep": adds_partnerships(request),
    }
    return render(request, "partnerships/resource_maps/page.html", context)


@access(Permission.KEEP_PARTNERSHIPS)
def add(request: HttpRequest) -> HttpResponse:
    """Add a map."""
    enforce(refusal_to_keep_resource_maps(may_keep=adds_partnerships(request)))
    form = ResourceMapForm(
        request.POST if request.method == "POST" else None,
        record=ResourceMap(),
        cancel_url=reverse("partnerships:resource-maps"),
    )
    return edit_page(
        request,
        form,
        save=lambda: add_resource_map(values=form.entry(), lines=form.lines(), by=request.user),
        done=lambda added: f"{added} was added.",
        template=TEMPLATE,
        title="Add a resource map",
        breadcrumbs=under_maps(("Add", None)),
    )


@access(Permission.KEEP_PARTNERSHIPS)
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a map and its lines."""
    thing = get_object_or_404(ResourceMap.objects.visible_to(request.user), pk=pk)
    enforce(refusal_to_keep_resource_maps(may_keep=adds_partnerships(request)))
    form = ResourceMapForm(
        request.POST if request.method == "POST" else None,
        record=thing,
        initial=values_of(thing),
        cancel_url=thing.get_absolute_url(),
    )

    def save() -> Any:
        return change_resource_map(
            resource_map=thing,
            version=form.version,
            values=form.entry(),
            lines=form.lines(),
            by=request.user,
            reason=form.cleaned_data["reason"],
        )

    return edit_page(
        request,
        form,
        save=save,
        done=lambda saved: f"{saved} was saved.",
        values_of=values_of,
        template=TEMPLATE,
        title="Change the map",
        caption=thing.title,
        breadcrumbs=under_maps((thing.title, thing.get_absolute_url()), ("Change", None)),
    )
