"""How are the priority scales kept from which reviews start?"""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from govreg.core.access import Permission, access
from govreg.core.access.rules import refusal_unless_council_wide
from govreg.core.editing.pages import edit_page
from govreg.core.refusals import enforce
from govreg.core.ui.lists import list_response
from reviews.forms.priorities import ChangeScaleForm, NewScaleForm, values_of
from reviews.lists.priorities import ScaleList
from reviews.models import PriorityScale
from reviews.services.priorities import add_scale, change_scale

HOME = ("Home", "/")


def trail(*steps: tuple[str, str | None]) -> list[tuple[str, str | None]]:
    """Return the breadcrumbs of a page under the list of scales."""
    return [HOME, ("Priority scales", reverse("priorities:scales")), *steps]


def seen_scale(request: HttpRequest, pk: int) -> PriorityScale:
    """Return a scale that the person may see."""
    return get_object_or_404(PriorityScale.objects.visible_to(request.user), pk=pk)


def keeps_scales(request: HttpRequest) -> bool:
    """Say whether the person keeps the scales."""
    user: Any = request.user
    return bool(user.may(Permission.ADMINISTER_REFERENCE))


@access(Permission.ADMINISTER_REFERENCE, Permission.WRITE_REVIEWS)
def scales(request: HttpRequest) -> HttpResponseBase:
    """List the scales."""
    return list_response(
        request,
        ScaleList,
        PriorityScale.objects.visible_to(request.user).prefetch_related("levels"),
        title="Priority scales",
        breadcrumbs=[HOME, ("Priority scales", None)],
        template="reviews/priorities/list.html",
        extra={"may_keep": keeps_scales(request)},
    )


@access(Permission.ADMINISTER_REFERENCE, Permission.WRITE_REVIEWS)
def scale(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one scale with its legend."""
    thing = seen_scale(request, pk)
    context = {
        "title": thing.name,
        "caption": "Priority scale",
        "breadcrumbs": trail((thing.name, None)),
        "scale": thing,
        "levels": list(thing.levels.all()),
        "may_keep": keeps_scales(request),
    }
    return render(request, "reviews/priorities/page.html", context)


@access(Permission.ADMINISTER_REFERENCE)
def add(request: HttpRequest) -> HttpResponse:
    """Add a scale."""
    enforce(refusal_unless_council_wide(may=keeps_scales(request)))
    form = NewScaleForm(
        request.POST if request.method == "POST" else None,
        cancel_url=reverse("priorities:scales"),
    )
    return edit_page(
        request,
        form,
        save=lambda: add_scale(
            name=form.cleaned_data["name"], levels=form.levels(), by=request.user
        ),
        done=lambda added: f"The scale {added.name} was added.",
        title="Add a priority scale",
        breadcrumbs=trail(("Add a scale", None)),
    )


@access(Permission.ADMINISTER_REFERENCE)
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a scale for the reviews to come."""
    thing = seen_scale(request, pk)
    enforce(refusal_unless_council_wide(may=keeps_scales(request)))
    form = ChangeScaleForm(
        request.POST if request.method == "POST" else None,
        record=thing,
        initial=values_of(thing),
        cancel_url=thing.get_absolute_url(),
    )

    def save() -> PriorityScale:
        return change_scale(
            scale=thing,
            version=form.version,
            name=form.cleaned_data["name"],
            levels=form.levels(),
            by=request.user,
            reason=form.cleaned_data["reason"],
        )

    return edit_page(
        request,
        form,
        save=save,
        done=lambda saved: f"The scale {saved.name} was saved.",
        values_of=values_of,
        title="Change the scale",
        caption=thing.name,
        intro="Reviews already begun keep the legend they started with.",
        breadcrumbs=trail((thing.name, thing.get_absolute_url()), ("Change", None)),
    )
