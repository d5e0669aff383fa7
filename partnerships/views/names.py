"""How are a partnership's and an organisation's other names kept?"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from govreg.core.access import Permission, access
from govreg.core.editing.pages import edit_page, final_step_page
from govreg.core.editing.reasons import ReasonForm
from partnerships.forms.partnerships import NameForm
from partnerships.models import OrganisationAlias, PartnershipAlias
from partnerships.services import organisations, partnerships

from .loading import kept_organisation, kept_partnership
from .organisations import under as under_organisation
from .partnerships import under as under_partnership


def _posted(request: HttpRequest) -> object:
    return request.POST if request.method == "POST" else None


@access(Permission.KEEP_PARTNERSHIPS)
def add_to_partnership(request: HttpRequest, reference: str) -> HttpResponse:
    """Record another name of a partnership."""
    thing = kept_partnership(request, reference)
    form = NameForm(_posted(request), cancel_url=thing.get_absolute_url())
    return edit_page(
        request,
        form,
        save=lambda: partnerships.add_alias(
            partnership=thing, name=form.cleaned_data["name"], by=request.user
        ),
        done=lambda alias: f"{thing.name} is now found as “{alias.name}” too.",
        to=thing.get_absolute_url(),
        title="Add another name",
        caption=thing.name,
        breadcrumbs=under_partnership(thing, "Add another name"),
    )


@access(Permission.KEEP_PARTNERSHIPS)
def remove_from_partnership(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Take a name away that was recorded by mistake."""
    thing = kept_partnership(request, reference)
    alias = get_object_or_404(PartnershipAlias, partnership=thing, pk=pk)
    form = ReasonForm(_posted(request))
    return final_step_page(
        request,
        form,
        save=lambda: partnerships.remove_alias(
            alias=alias, by=request.user, reason=form.cleaned_data["reason"]
        ),
        done=f"The name “{alias.name}” was removed.",
        to=thing.get_absolute_url(),
        title=f"Remove the name “{alias.name}”",
        caption=thing.name,
        will_happen=[
            f"{thing.name} is no longer found as “{alias.name}”.",
            "The history keeps the name, your reason and the day.",
        ],
        confirm_label="Remove this name",
        breadcrumbs=under_partnership(thing, "Remove a name"),
    )


@access(Permission.ADMINISTER_REFERENCE)
def add_to_organisation(request: HttpRequest, pk: int) -> HttpResponse:
    """Record another name of an organisation."""
    thing = kept_organisation(request, pk)
    form = NameForm(_posted(request), cancel_url=thing.get_absolute_url())
    return edit_page(
        request,
        form,
        save=lambda: organisations.add_alias(
            organisation=thing, name=form.cleaned_data["name"], by=request.user
        ),
        done=lambda alias: f"{thing.name} is now found as “{alias.name}” too.",
        to=thing.get_absolute_url(),
        title="Add another name",
        caption=thing.name,
        breadcrumbs=under_organisation(thing, "Add another name"),
    )


@access(Permission.ADMINISTER_REFERENCE)
def remove_from_organisation(request: HttpRequest, pk: int, alias_pk: int) -> HttpResponse:
    """Take a name away that was recorded by mistake."""
    thing = kept_organisation(request, pk)
    alias = get_object_or_404(OrganisationAlias, organisation=thing, pk=alias_pk)
    form = ReasonForm(_posted(request))
    return final_step_page(
        request,
        form,
        save=lambda: organisations.remove_alias(
            alias=alias, by=request.user, reason=form.cleaned_data["reason"]
        ),
        done=f"The name “{alias.name}” was removed.",
        to=thing.get_absolute_url(),
        title=f"Remove the name “{alias.name}”",
        caption=thing.name,
        will_happen=[
            f"{thing.name} is no longer found as “{alias.name}”.",
            "The history keeps the name, your reason and the day.",
        ],
        confirm_label="Remove this name",
        breadcrumbs=under_organisation(thing, "Remove a name"),
    )
