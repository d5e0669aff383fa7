"""How are the areas kept for which figures are known?"""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_safe

from govreg.core.access import Permission, access
from govreg.core.editing.pages import edit_page
from govreg.core.refusals import enforce
from govreg.core.ui.lists import list_response
from partnerships.forms.areas import ChangeAreaForm, NewAreaForm, values_of
from partnerships.lists.areas import AreaList, KeptAreaList
from partnerships.models import Area
from partnerships.rules.areas import refusal_to_keep_areas
from partnerships.services import areas as services

from .partnerships import trail
from .records import posted


@access(Permission.VIEW_PARTNERSHIPS)
@require_safe
def areas(request: HttpRequest) -> HttpResponseBase:
    """List every area."""
    may_keep = services.keeps_areas(request.user)
    return list_response(
        request,
        KeptAreaList if may_keep else AreaList,
        Area.objects.visible_to(request.user),
        title="Areas",
        breadcrumbs=trail(("Areas", None)),
        template="partnerships/records/list.html",
        extra={
            "lead": "What figures are compared between: districts, wards or communities.",
            "add_url": reverse("partnerships:add-area"),
            "add_label": "Add an area",
            "may_keep": may_keep,
            "kept_by": "Areas are kept by the administrators and the partnerships officers.",
        },
    )


@access(Permission.ADMINISTER_REFERENCE, Permission.KEEP_PARTNERSHIPS)
def add(request: HttpRequest) -> HttpResponse:
    """Add an area."""
    enforce(refusal_to_keep_areas(may_keep=services.keeps_areas(request.user)))
    listed = reverse("partnerships:areas")
    form = NewAreaForm(posted(request), cancel_url=listed)
    return edit_page(
        request,
        form,
        save=lambda: services.add_area(values=form.entry(), by=request.user),
        done=lambda added: f"{added.name} was added.",
        to=listed,
        title="Add an area",
        breadcrumbs=trail(("Areas", listed), ("Add an area", None)),
    )


@access(Permission.ADMINISTER_REFERENCE, Permission.KEEP_PARTNERSHIPS)
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Change what is entered of an area."""
    enforce(refusal_to_keep_areas(may_keep=services.keeps_areas(request.user)))
    thing = get_object_or_404(Area, pk=pk)
    listed = reverse("partnerships:areas")
    form = ChangeAreaForm(
        posted(request), record=thing, initial=values_of(thing), cancel_url=listed
    )

    def save() -> Any:
        return services.change_area(
            area=thing,
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
        to=listed,
        values_of=values_of,
        title="Change the area",
        caption=thing.name,
        breadcrumbs=trail(("Areas", listed), (thing.name, None)),
    )
