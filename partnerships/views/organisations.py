"""How is an organisation found, read, added, changed and merged with its double?"""

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from govreg.core import clock
from govreg.core.access import Permission, access
from govreg.core.editing.pages import edit_page, final_step_page
from govreg.core.editing.reasons import ReasonForm
from govreg.core.ui.components import SummaryRow
from govreg.core.ui.lists import list_response
from govreg.core.ui.lists.cells import link
from govreg.core.ui.pages import form_page
from partnerships.forms.organisations import (
    ChangeOrganisationForm,
    ChooseOrganisationForm,
    NewOrganisationForm,
    values_of,
)
from partnerships.lists.organisations import OrganisationList
from partnerships.models import Membership, Organisation
from partnerships.queries.listed import organisations_listed
from partnerships.queries.members import with_standing
from partnerships.queries.merging import kinds_naming
from partnerships.services.organisations import (
    add_organisation,
    describe_organisation,
    merge_organisations,
)

from .loading import authorise_reference, keeps_reference, kept_organisation, seen_organisation

HOME = ("Home", "/")


def trail(*steps: tuple[str, str | None]) -> list[tuple[str, str | None]]:
    """Return the breadcrumbs of a page under the list of organisations."""
    return [HOME, ("Organisations", reverse("partnerships:organisations")), *steps]


def under(organisation: Organisation, *steps: str) -> list[tuple[str, str | None]]:
    """Return the breadcrumbs of a page under an organisation's page."""
    here = (organisation.name, organisation.get_absolute_url())
    return trail(here, *((step, None) for step in steps))


@access(Permission.VIEW_PARTNERSHIPS, Permission.ADMINISTER_REFERENCE)
def organisations(request: HttpRequest) -> HttpResponseBase:
    """List the organisations."""
    return list_response(
        request,
        OrganisationList,
        organisations_listed(request.user, on=clock.today()),
        title="Organisations",
        breadcrumbs=[HOME, ("Organisations", None)],
        template="partnerships/organisations/list.html",
        extra={"may_keep": keeps_reference(request)},
    )


@access(Permission.VIEW_PARTNERSHIPS, Permission.ADMINISTER_REFERENCE)
def organisation(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one organisation: what it is, its other names and the seats it holds."""
    thing = seen_organisation(request, pk)
    held = Membership.objects.visible_to(request.user).filter(organisation=thing)
    seats = with_standing(held, on=clock.today()).select_related("body__partnership")
    context = {
        "title": thing.name,
        "caption": thing.get_kind_display(),
        "breadcrumbs": trail((thing.name, None)),
        "organisation": thing,
        "rows": _rows(thing),
        "aliases": list(thing.aliases.all()),
        "seats": seats.order_by("partnership__name", "body__name", "pk"),
        "may_keep": keeps_reference(request),
    }
    return render(request, "partnerships/organisations/page.html", context)


def _rows(thing: Organisation) -> list[SummaryRow]:
    successor = thing.successor
    return [
        SummaryRow("Kind", thing.get_kind_display()),
        SummaryRow("Sector", thing.get_sector_display()),
        SummaryRow("In being from", thing.active_from),
        SummaryRow("In being until", thing.active_to or "No last day recorded"),
        SummaryRow(
            "Successor", link(successor.get_absolute_url(), successor) if successor else "None"
        ),
    ]


@access(Permission.ADMINISTER_REFERENCE)
def add(request: HttpRequest) -> HttpResponse:
    """Add an organisation."""
    authorise_reference(request)
    form = NewOrganisationForm(
        request.POST if request.method == "POST" else None,
        cancel_url=reverse("partnerships:organisations"),
    )
    return edit_page(
        request,
        form,
        save=lambda: add_organisation(values=form.entry(), by=request.user),
        done=lambda added: f"{added.name} was added.",
        title="Add an organisation",
        breadcrumbs=trail(("Add an organisation", None)),
    )


@access(Permission.ADMINISTER_REFERENCE)
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Change what is recorded of an organisation."""
    thing = kept_organisation(request, pk)
    form = ChangeOrganisationForm(
        request.POST if request.method == "POST" else None,
        record=thing,
        initial=values_of(thing),
        cancel_url=thing.get_absolute_url(),
    )

    def save() -> Organisation:
        return describe_organisation(
            organisation=thing,
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
        values_of=values_of,
        title="Change the organisation",
        caption=thing.name,
        breadcrumbs=under(thing, "Change the organisation"),
    )


@access(Permission.ADMINISTER_REFERENCE)
def choose_merge(request: HttpRequest, pk: int) -> HttpResponse:
    """Choose the record that is to stand for this one too."""
    thing = kept_organisation(request, pk)
    form = ChooseOrganisationForm(
        request.POST if request.method == "POST" else None,
        duplicate=thing,
        cancel_url=thing.get_absolute_url(),
    )
    if request.method == "POST" and form.is_valid():
        return redirect("partnerships:merge", thing.pk, form.cleaned_data["into"].pk)
    return form_page(
        request,
        form,
        title="Merge with another record",
        caption=thing.name,
        intro="Two records of one organisation become one. Nothing is merged on this page: the "
        "next one says what will happen and asks for your reason.",
        breadcrumbs=under(thing, "Merge"),
    )


@access(Permission.ADMINISTER_REFERENCE)
def merge(request: HttpRequest, pk: int, into_pk: int) -> HttpResponse:
    """Say what the merge will do, and do it."""
    thing = kept_organisation(request, pk)
    into = get_object_or_404(Organisation.objects.current(), pk=into_pk)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    return final_step_page(
        request,
        form,
        save=lambda: merge_organisations(
            duplicate=thing, into=into, by=request.user, reason=form.cleaned_data["reason"]
        ),
        done=f"{thing.name} was merged into {into.name}.",
        to=into.get_absolute_url(),
        title=f"Merge {thing.name} into {into.name}",
        will_happen=_what_a_merge_does(thing, into),
        confirm_label="Merge the two records",
        cancel_url=thing.get_absolute_url(),
        serious=True,
        breadcrumbs=under(thing, "Merge"),
    )


def _what_a_merge_does(thing: Organisation, into: Organisation) -> list[str]:
    moved = [
        f"{count} {kind} that name{'s' if count == 1 else ''} {thing.name} will name {into.name}."
        for count, kind in kinds_naming(thing)
    ]
    return [
        *(moved or [f"Nothing names {thing.name} yet, so nothing else changes."]),
        f"“{thing.name}” becomes another name of {into.name}.",
        f"The record of {thing.name} stays, marked as merged, so that old reports still lead "
        "to it. It is no longer offered in forms and lists.",
    ]
