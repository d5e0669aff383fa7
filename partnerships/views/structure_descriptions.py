"""How is it recorded what others said of a structure?"""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from govreg.core.access import Permission, access
from govreg.core.editing.pages import edit_page
from partnerships.forms.structure_descriptions import (
    CorrectDescriptionForm,
    NewDescriptionForm,
    values_of,
)
from partnerships.models import Partnership, StructureDescription
from partnerships.services import structure_descriptions as services

from .loading import kept_partnership
from .partnerships import trail


def _under_structure(partnership: Partnership, step: str) -> list[Any]:
    here = (partnership.name, partnership.get_absolute_url())
    return trail(here, ("Structure", _structure(partnership)), (step, None))


def _structure(partnership: Partnership) -> str:
    return reverse("partnerships:structure", args=[partnership.reference])


@access(Permission.KEEP_PARTNERSHIPS)
def add(request: HttpRequest, reference: str) -> HttpResponse:
    """Add what a report or paper said of the structure."""
    partnership = kept_partnership(request, reference)
    form = NewDescriptionForm(
        request.POST if request.method == "POST" else None, cancel_url=_structure(partnership)
    )
    return edit_page(
        request,
        form,
        save=lambda: services.add_description(
            partnership=partnership, values=form.entry(), by=request.user
        ),
        done=lambda added: f"{added} was added.",
        title="Add a description of the structure",
        caption=partnership.name,
        breadcrumbs=_under_structure(partnership, "Add a description"),
    )


@access(Permission.KEEP_PARTNERSHIPS)
def correct(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Correct what was recorded of a description."""
    partnership = kept_partnership(request, reference)
    thing = get_object_or_404(StructureDescription, partnership=partnership, pk=pk)
    thing.partnership = partnership
    form = CorrectDescriptionForm(
        request.POST if request.method == "POST" else None,
        record=thing,
        initial=values_of(thing),
        cancel_url=_structure(partnership),
    )
    return edit_page(
        request,
        form,
        save=lambda: services.correct_description(
            description=thing,
            version=form.version,
            values=form.entry(),
            by=request.user,
            reason=form.cleaned_data["reason"],
        ),
        done=lambda saved: f"{saved} was corrected.",
        values_of=values_of,
        title="Correct a description of the structure",
        caption=partnership.name,
        breadcrumbs=_under_structure(partnership, "Correct a description"),
    )
