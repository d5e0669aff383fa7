"""How is a body's kind of chair shown, recorded and corrected?"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from govreg.core import clock
from govreg.core.access import Permission, access
from govreg.core.editing.pages import edit_page
from partnerships.forms.chairs import CorrectChairForm, NewChairForm, values_of
from partnerships.models import Body, Chair
from partnerships.queries.chairs import chairs_of
from partnerships.services.chairs import correct_chair, record_chair

from .loading import body_of, keeps_members, partnership_with_kept_members
from .meetings import under_body


def chair_panel(request: HttpRequest, body: Body) -> SafeString:
    """Show a body's kind of chair with both readings of the choice, and what balances it."""
    context = {
        "body": body,
        "partnership": body.partnership,
        "chairs": chairs_of(body, on=clock.today()),
        "may_keep_members": keeps_members(request, body.partnership),
    }
    return render_to_string("partnerships/chairs/body_panel.html", context, request)


@access(Permission.KEEP_MEMBERSHIP)
def add(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Record the kind of chair that a body has from a day on."""
    body = body_of(partnership_with_kept_members(request, reference), pk)
    form = NewChairForm(
        request.POST if request.method == "POST" else None, cancel_url=body.get_absolute_url()
    )
    return edit_page(
        request,
        form,
        save=lambda: record_chair(body=body, values=form.entry(), by=request.user),
        done=lambda made: f"The kind of chair from {made.start:%-d %B %Y} was recorded.",
        to=body.get_absolute_url(),
        title="Record the kind of chair",
        caption=body.name,
        intro="Each choice is read by some for good and by others for ill; both readings are shown "
        "on the body’s page, with what balances the choice.",
        breadcrumbs=under_body(body, "Record the kind of chair"),
    )


@access(Permission.KEEP_MEMBERSHIP)
def correct(request: HttpRequest, reference: str, pk: int, chair_pk: int) -> HttpResponse:
    """Correct what was recorded of a chair."""
    body = body_of(partnership_with_kept_members(request, reference), pk)
    thing = get_object_or_404(Chair.objects.filter(body=body), pk=chair_pk)
    thing.body = body
    form = CorrectChairForm(
        request.POST if request.method == "POST" else None,
        record=thing,
        initial=values_of(thing),
        cancel_url=body.get_absolute_url(),
    )

    def save() -> Chair:
        return correct_chair(
            chair=thing,
            version=form.version,
            values=form.entry(),
            by=request.user,
            reason=form.cleaned_data["reason"],
        )

    return edit_page(
        request,
        form,
        save=save,
        done=lambda saved: f"The kind of chair from {saved.start:%-d %B %Y} was corrected.",
        to=body.get_absolute_url(),
        values_of=values_of,
        title="Correct the kind of chair",
        caption=body.name,
        breadcrumbs=under_body(body, "Correct the kind of chair"),
    )
