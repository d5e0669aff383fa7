"""How is it recorded and corrected how a body meets from a day on?"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from govreg.core.access import Permission, access
from govreg.core.editing.pages import edit_page
from partnerships.forms.arrangements import (
    CorrectArrangementForm,
    NewArrangementForm,
    values_of,
)
from partnerships.models import MeetingArrangement
from partnerships.services.arrangements import add_arrangement, correct_arrangement

from .loading import body_of, partnership_with_kept_members
from .meetings import under_body


@access(Permission.KEEP_MEMBERSHIP)
def add(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Record how a body meets from a day on."""
    body = body_of(partnership_with_kept_members(request, reference), pk)
    form = NewArrangementForm(
        request.POST if request.method == "POST" else None, cancel_url=body.get_absolute_url()
    )
    return edit_page(
        request,
        form,
        save=lambda: add_arrangement(body=body, values=form.entry(), by=request.user),
        done=lambda made: f"The meeting arrangements from {made.start:%-d %B %Y} were recorded.",
        to=body.get_absolute_url(),
        title="Record meeting arrangements",
        caption=body.name,
        intro="They hold from a day until the next ones begin; what held before stays on record.",
        breadcrumbs=under_body(body, "Record meeting arrangements"),
    )


@access(Permission.KEEP_MEMBERSHIP)
def correct(request: HttpRequest, reference: str, pk: int, arrangement_pk: int) -> HttpResponse:
    """Correct what was recorded of how a body meets."""
    body = body_of(partnership_with_kept_members(request, reference), pk)
    thing = get_object_or_404(MeetingArrangement.objects.filter(body=body), pk=arrangement_pk)
    thing.body = body
    form = CorrectArrangementForm(
        request.POST if request.method == "POST" else None,
        record=thing,
        initial=values_of(thing),
        cancel_url=body.get_absolute_url(),
    )

    def save() -> MeetingArrangement:
        return correct_arrangement(
            arrangement=thing,
            version=form.version,
            values=form.entry(),
            by=request.user,
            reason=form.cleaned_data["reason"],
        )

    return edit_page(
        request,
        form,
        save=save,
        done=lambda saved: f"The meeting arrangements from {saved.start:%-d %B %Y} were corrected.",
        to=body.get_absolute_url(),
        values_of=values_of,
        title="Correct meeting arrangements",
        caption=body.name,
        breadcrumbs=under_body(body, "Correct meeting arrangements"),
    )
