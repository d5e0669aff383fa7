"""How is a meeting cancelled, or withdrawn where it was logged by mistake?"""

from django.http import HttpRequest, HttpResponse

from govreg.core.access import Permission, access
from govreg.core.editing.pages import final_step_page
from govreg.core.refusals import enforce
from partnerships.forms.meetings import CancelMeetingForm, WithdrawMeetingForm
from partnerships.models import Meeting
from partnerships.queries.meetings import resting_on
from partnerships.rules.meetings import refusal_to_cancel, refusal_to_withdraw
from partnerships.services import meetings as services

from .loading import meeting_of, partnership_with_kept_members
from .meetings import under_meeting


@access(Permission.KEEP_MEMBERSHIP)
def cancel(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Record that a meeting does not take place, and why."""
    partnership = partnership_with_kept_members(request, reference)
    thing = meeting_of(partnership, pk)
    if thing.is_held:
        return _withdraw(request, thing)
    enforce(refusal_to_cancel(held=thing.is_held, cancelled=thing.is_cancelled, because="x"))
    form = CancelMeetingForm(request.POST if request.method == "POST" else None)
    return final_step_page(
        request,
        form,
        save=lambda: services.cancel_meeting(
            meeting=thing, because=form.cleaned_data["reason"], by=request.user
        ),
        done="The meeting was cancelled.",
        to=thing.get_absolute_url(),
        title="Cancel the meeting",
        caption=str(thing),
        will_happen=[
            "The meeting stays on record as cancelled, with your reason.",
            "Calendars that follow it show it as cancelled.",
        ],
        confirm_label="Cancel the meeting",
        serious=True,
        breadcrumbs=under_meeting(thing, "Cancel"),
    )


def _withdraw(request: HttpRequest, thing: Meeting) -> HttpResponse:
    """Take back a meeting that was logged by mistake."""
    enforce(refusal_to_withdraw(held=True, basis=resting_on(thing), because="x"))
    form = WithdrawMeetingForm(request.POST if request.method == "POST" else None)
    return final_step_page(
        request,
        form,
        save=lambda: services.withdraw_meeting(
            meeting=thing, because=form.cleaned_data["reason"], by=request.user
        ),
        done="The meeting was withdrawn.",
        to=thing.get_absolute_url(),
        title="Withdraw a meeting that was logged by mistake",
        caption=str(thing),
        will_happen=[
            "The meeting counts no more and stands in no list; calendars show it as cancelled.",
            "Its own page and the history keep it, with your reason.",
        ],
        confirm_label="Withdraw the meeting",
        serious=True,
        breadcrumbs=under_meeting(thing, "Withdraw"),
    )
