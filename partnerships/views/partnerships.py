"""How is a partnership found, read, added and changed?"""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse

from govreg.core import clock
from govreg.core.access import Permission, access
from govreg.core.editing.pages import edit_page
from govreg.core.refusals import enforce
from govreg.core.ui.lists import list_response
from govreg.core.ui.sections import sections_of
from partnerships.forms.partnerships import (
    ChangePartnershipForm,
    NewPartnershipForm,
    values_of,
)
from partnerships.lists.partnerships import STATUS_COLOURS, PartnershipList
from partnerships.models import Partnership
from partnerships.queries.listed import partnerships_listed
from partnerships.queries.particulars import closed_words
from partnerships.queries.partnership_page import partnership_page
from partnerships.rules.keeping import refusal_to_add_partnership
from partnerships.services.partnerships import add_partnership, describe_partnership

from .loading import (
    adds_partnerships,
    keeps_members,
    keeps_partnership,
    kept_partnership,
    seen_partnership,
)

HOME = ("Home", "/")


def trail(*steps: tuple[str, str | None]) -> list[tuple[str, str | None]]:
    """Return the breadcrumbs of a page under the list of partnerships."""
    return [HOME, ("Partnerships", reverse("partnerships:list")), *steps]


def under(partnership: Partnership, *steps: str) -> list[tuple[str, str | None]]:
    """Return the breadcrumbs of a page under a partnership's page."""
    here = (partnership.name, partnership.get_absolute_url())
    return trail(here, *((step, None) for step in steps))


@access(Permission.VIEW_PARTNERSHIPS)
def partnerships(request: HttpRequest) -> HttpResponseBase:
    """List the partnerships that the person may see."""
    return list_response(
        request,
        PartnershipList,
        partnerships_listed(request.user, on=clock.today()),
        title="Partnerships",
        breadcrumbs=[HOME, ("Partnerships", None)],
        template="partnerships/partnerships/list.html",
        extra={"may_add": adds_partnerships(request)},
    )


@access(Permission.VIEW_PARTNERSHIPS)
def partnership(request: HttpRequest, reference: str) -> HttpResponse:
    """Show one partnership: its entry, its bodies, its members and what others say of it."""
    thing = seen_partnership(request, reference)
    context = {
        "title": thing.name,
        "caption": thing.get_kind_display(),
        "breadcrumbs": trail((thing.name, None)),
        "partnership": thing,
        "record_pages": sections_of(
            "partnership", thing.reference, here="overview", note=closed_words(thing)
        ),
        "page": partnership_page(thing, request.user, on=clock.today()),
        "status_colour": STATUS_COLOURS[Partnership.Status(thing.status)],
        "may_keep_entry": keeps_partnership(request, thing),
        "may_keep_members": keeps_members(request, thing),
    }
    return render(request, "partnerships/partnerships/page.html", context)


@access(Permission.KEEP_PARTNERSHIPS)
def add(request: HttpRequest) -> HttpResponse:
    """Add a partnership."""
    enforce(refusal_to_add_partnership(may_keep=adds_partnerships(request)))
    form = NewPartnershipForm(
        request.POST if request.method == "POST" else None,
        user=request.user,
        cancel_url=reverse("partnerships:list"),
    )
    return edit_page(
        request,
        form,
        save=lambda: add_partnership(
            reference=form.cleaned_data["reference"], values=form.entry(), by=request.user
        ),
        done=lambda added: f"{added.name} was added.",
        title="Add a partnership",
        breadcrumbs=trail(("Add a partnership", None)),
    )


@access(Permission.KEEP_PARTNERSHIPS)
def change(request: HttpRequest, reference: str) -> HttpResponse:
    """Change a partnership's entry."""
    thing = kept_partnership(request, reference)
    form = ChangePartnershipForm(
        request.POST if request.method == "POST" else None,
        record=thing,
        user=request.user,
        initial=values_of(thing),
        cancel_url=thing.get_absolute_url(),
    )

    def save() -> Any:
        return describe_partnership(
            partnership=thing,
            version=form.version,
            values=form.entry(),
            by=request.user,
            reason=form.cleaned_data["reason"],
        )

    return edit_page(
        request,
        form,
        save=save,
        done=lambda saved: f"The entry of {saved.name} was saved.",
        values_of=values_of,
        title="Change the entry",
        caption=thing.name,
        breadcrumbs=under(thing, "Change the entry"),
    )
