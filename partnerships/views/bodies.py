"""How is a body read, added and changed, with its meeting arrangements?"""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from govreg.core import clock
from govreg.core.access import Permission, access
from govreg.core.editing.pages import edit_page
from partnerships.forms.bodies import ChangeBodyForm, NewBodyForm, values_of
from partnerships.models import Body
from partnerships.queries.body_page import body_page
from partnerships.services.bodies import add_body, describe_body

from .loading import body_of, keeps_members, partnership_with_kept_members, seen_partnership
from .partnerships import trail, under


@access(Permission.VIEW_PARTNERSHIPS)
def body(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Show one body: its arrangements, its place and its members, present and past."""
    partnership = seen_partnership(request, reference)
    thing = body_of(partnership, pk)
    here = (partnership.name, partnership.get_absolute_url())
    context = {
        "title": thing.name,
        "caption": partnership.name,
        "breadcrumbs": trail(here, (thing.name, None)),
        "partnership": partnership,
        "body": thing,
        "page": body_page(thing, on=clock.today()),
        "may_keep_members": keeps_members(request, partnership),
    }
    return render(request, "partnerships/bodies/page.html", context)


@access(Permission.KEEP_MEMBERSHIP)
def add(request: HttpRequest, reference: str) -> HttpResponse:
    """Add a body to a partnership."""
    partnership = partnership_with_kept_members(request, reference)
    form = NewBodyForm(
        request.POST if request.method == "POST" else None,
        partnership=partnership,
        cancel_url=partnership.get_absolute_url(),
    )
    return edit_page(
        request,
        form,
        save=lambda: add_body(
            partnership=partnership, values=form.entry(), reports_to=form.lines(), by=request.user
        ),
        done=lambda added: f"{added.name} was added to {partnership.name}.",
        title="Add a body",
        caption=partnership.name,
        breadcrumbs=under(partnership, "Add a body"),
    )


@access(Permission.KEEP_MEMBERSHIP)
def change(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Change a body's arrangements."""
    partnership = partnership_with_kept_members(request, reference)
    thing = body_of(partnership, pk)
    form = ChangeBodyForm(
        request.POST if request.method == "POST" else None,
        record=thing,
        initial=values_of(thing),
        cancel_url=thing.get_absolute_url(),
    )

    def save() -> Body:
        return describe_body(
            body=thing,
            version=form.version,
            values=form.entry(),
            reports_to=form.lines(),
            by=request.user,
            reason=form.cleaned_data["reason"],
        )

    return edit_page(
        request,
        form,
        save=save,
        done=lambda saved: f"The arrangements of {saved.name} were saved.",
        values_of=values_of,
        title="Change the arrangements",
        caption=thing.name,
        breadcrumbs=_under_body(thing, "Change the arrangements"),
    )


def _under_body(thing: Body, step: str) -> Any:
    partnership = thing.partnership
    return trail(
        (partnership.name, reverse("partnerships:partnership", args=[partnership.reference])),
        (thing.name, thing.get_absolute_url()),
        (step, None),
    )
