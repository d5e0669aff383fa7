"""How does a person save a way of looking at a list, share it and remove it?"""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from govreg.core.access import Permission, access
from govreg.core.editing.pages import edit_page, final_step_page
from govreg.core.editing.reasons import ConfirmForm
from govreg.core.refusals import enforce
from recommendations.forms.saved_filters import ChangeFilterForm, NewFilterForm, values_of
from recommendations.models import SavedFilter
from recommendations.queries.saved_filters import asked_of, offered
from recommendations.rules.saved_filters import (
    refusal_to_change,
    refusal_to_remove,
    refusal_to_save,
)
from recommendations.services import saved_filters as services

TITLE = "Saved filters"


def saved_beside(request: HttpRequest, place: str) -> dict[str, Any]:
    """Return what stands above a list: the filters saved, and where this one is saved."""
    asked = asked_of(request.GET)
    page = reverse("recommendations:save-filter", args=[place])
    return {
        "saved_filters": offered(request.user, place),
        "save_filter": f"{page}?{asked}" if asked else "",
        "asked": asked,
    }


def _under(*steps: tuple[str, str | None]) -> list[tuple[str, str | None]]:
    own = reverse("recommendations:saved-filters") if steps else None
    return [("Home", "/"), (TITLE, own), *steps]


@access.signed_in
@require_safe
def filters(request: HttpRequest) -> HttpResponse:
    """List one's own filters, and those that others share."""
    user: Any = request.user
    found = SavedFilter.objects.visible_to(user).select_related("user")
    context = {
        "title": TITLE,
        "breadcrumbs": _under(),
        "own": [one for one in found if one.user_id == user.pk],
        "shared": [one for one in found if one.user_id != user.pk],
        "may_remove_shared": user.may(Permission.ADMINISTER_REFERENCE),
    }
    return render(request, "recommendations/saved_filters/list.html", context)


@access.signed_in
def save(request: HttpRequest, place: str) -> HttpResponse:
    """Save what the address of a list asks for."""
    if place not in SavedFilter.Place.values:
        raise Http404
    user: Any = request.user
    asked = asked_of(request.GET)
    kept = SavedFilter.objects.filter(user=user, removed_on__isnull=True).count()
    enforce(refusal_to_save(kept=kept, asked=asked))
    back = f"{reverse(f'recommendations:{place}')}?{asked}"
    form = NewFilterForm(request.POST if request.method == "POST" else None, cancel_url=back)
    return edit_page(
        request,
        form,
        save=lambda: services.save_filter(place=place, asked=asked, by=user, **form.entry()),
        done=lambda made: f"The filter “{made}” was saved.",
        to=back,
        title="Save the filter",
        caption=SavedFilter.Place(place).label,
        breadcrumbs=_under(("Save the filter", None)),
    )


@access.signed_in
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Rename one's own filter, share it, or keep it to oneself."""
    saved = _seen(request, pk)
    user: Any = request.user
    enforce(refusal_to_change(own=saved.user_id == user.pk))
    form = ChangeFilterForm(
        request.POST if request.method == "POST" else None,
        record=saved,
        initial=values_of(saved),
        cancel_url=reverse("recommendations:saved-filters"),
    )
    return edit_page(
        request,
        form,
        save=lambda: services.change_filter(
            saved=saved, version=form.version, by=user, **form.entry()
        ),
        done=lambda kept: f"The filter “{kept}” was saved.",
        to=reverse("recommendations:saved-filters"),
        values_of=values_of,
        title="Change the filter",
        caption=str(saved),
        breadcrumbs=_under(("Change", None)),
    )


@access.signed_in
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Remove a filter; what it showed stays as it is."""
    saved = _seen(request, pk)
    user: Any = request.user
    keeps_shared = saved.is_shared and user.may(Permission.ADMINISTER_REFERENCE)
    own = saved.user_id == user.pk
    enforce(refusal_to_remove(own=own, keeps_shared=keeps_shared, removed=False))
    back = reverse("recommendations:saved-filters")
    readers = "Nobody finds it beside the list any more." if saved.is_shared else ""
    return final_step_page(
        request,
        ConfirmForm(request.POST if request.method == "POST" else None),
        save=lambda: services.remove_filter(saved=saved, by=user),
        done="The filter was removed.",
        to=back,
        title="Remove the filter",
        caption=str(saved),
        will_happen=[readers or "You do not find it beside the list any more."],
        confirm_label="Remove the filter",
        cancel_url=back,
        breadcrumbs=_under(("Remove", None)),
    )


def _seen(request: HttpRequest, pk: int) -> SavedFilter:
    seen = SavedFilter.objects.visible_to(request.user).select_related("user")
    found: SavedFilter = get_object_or_404(seen, pk=pk)
    return found
