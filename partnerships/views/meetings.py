"""How are a partnership's meetings found and read, planned, logged and changed?"""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from govreg.core import clock
from govreg.core.access import Permission, access
from govreg.core.accounts.sign_in_log import Event
from govreg.core.accounts.sign_in_log import record as log
from govreg.core.editing.pages import edit_page, final_step_page
from govreg.core.editing.saving import attempt
from govreg.core.files.handing_out import download
from govreg.core.refusals import enforce
from govreg.core.ui.components import SummaryRow
from govreg.core.ui.lists import list_response
from govreg.core.ui.lists.cells import link
from govreg.core.ui.pages import form_page
from govreg.core.ui.words import long_date
from partnerships.forms.meetings import (
    HELD,
    ChangeMeetingForm,
    NewMeetingForm,
    RelayedForm,
    values_of,
)
from partnerships.lists.meetings import COLOURS, MeetingList
from partnerships.models import Body, KeyMessage, Meeting, Minutes, Partnership
from partnerships.queries.arrangements import clock_time, standing_of
from partnerships.queries.meetings import meeting_page, partnership_meetings, resting_on
from partnerships.rules.meetings import (
    refusal_to_cancel,
    refusal_to_change,
    refusal_to_hold,
    refusal_to_withdraw,
)
from partnerships.services import meetings as services
from partnerships.services.recording import relay_message

from .loading import (
    body_of,
    keeps_members,
    meeting_of,
    partnership_with_kept_members,
    seen_partnership,
)
from .partnerships import trail
from .sections import section
from .steps import Step


def under_meetings(partnership: Partnership, *steps: tuple[str, str | None]) -> list:
    """Return the breadcrumbs of a page under a partnership's meetings."""
    meetings = reverse("partnerships:meetings", args=[partnership.reference])
    return trail((partnership.name, partnership.get_absolute_url()), ("Meetings", meetings), *steps)


def under_meeting(meeting: Meeting, step: str) -> list:
    """Return the breadcrumbs of a step of one meeting."""
    here = (str(meeting), meeting.get_absolute_url())
    return under_meetings(meeting.body.partnership, here, (step, None))


@access(Permission.VIEW_PARTNERSHIPS)
def meetings(request: HttpRequest, reference: str) -> HttpResponseBase:
    """List the meetings of a partnership's bodies."""
    partnership = seen_partnership(request, reference)
    page = section(partnership, "meetings", "Meetings")
    return list_response(
        request,
        MeetingList,
        Meeting.objects.filter(body__partnership=partnership).not_withdrawn(),
        title="Meetings",
        breadcrumbs=page["breadcrumbs"],
        template="partnerships/meetings/list.html",
        extra={
            **page,
            "found": partnership_meetings(partnership, on=clock.today()),
            "may_keep_members": keeps_members(request, partnership),
        },
    )


@access(Permission.VIEW_PARTNERSHIPS)
def meeting(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Show one meeting: who came, and to whom it may be told what was said."""
    partnership = seen_partnership(request, reference)
    thing = meeting_of(partnership, pk)
    page = meeting_page(thing, request.user)
    keeps = keeps_members(request, partnership)
    context = {
        "title": str(thing),
        "caption": thing.get_kind_display(),
        "breadcrumbs": under_meetings(partnership, (str(thing), None)),
        "partnership": partnership,
        "meeting": thing,
        "page": page,
        "rows": _rows(thing),
        "state_colour": COLOURS[thing.state],
        "may_keep_members": keeps,
        "steps": _steps(thing, recorded=bool(page.attendance)) if keeps else [],
    }
    return render(request, "partnerships/meetings/page.html", context)


def _rows(thing: Meeting) -> list[SummaryRow]:
    rows = [
        SummaryRow("Body", link(thing.body.get_absolute_url(), thing.body)),
        SummaryRow("Date", thing.day),
        SummaryRow("Time", times(thing)),
        SummaryRow("Place", thing.place),
        SummaryRow("Type", thing.get_kind_display()),
    ]
    if thing.is_cancelled:
        why = "Withdrawn because" if thing.logged_by_mistake else "Cancelled because"
        rows.append(SummaryRow(why, thing.cancelled_because))
    return rows


def times(thing: Meeting) -> str:
    """Return from when to when a meeting lasts, as far as it is known."""
    start, end = clock_time(thing.starts_at), clock_time(thing.ends_at)
    return f"{start} to {end}" if end else start


def _steps(thing: Meeting, *, recorded: bool) -> list[Step]:
    """Return what can be done with a meeting now, and why not."""
    args = [thing.body.partnership.reference, thing.pk]
    hold = refusal_to_hold(day=thing.day, cancelled=thing.is_cancelled, on=clock.today())
    change = refusal_to_change(cancelled=thing.is_cancelled)
    cancel = refusal_to_cancel(held=thing.is_held, cancelled=thing.is_cancelled, because="x")
    record = "Correct the record" if recorded else "Record attendance and decisions"
    steps = [
        Step(record, reverse("partnerships:record-meeting", args=args), hold),
        Step("Change the meeting", reverse("partnerships:change-meeting", args=args), change),
    ]
    address = reverse("partnerships:cancel-meeting", args=args)
    if thing.is_held and not recorded:
        withdraw = refusal_to_withdraw(held=True, basis=resting_on(thing), because="x")
        steps.append(Step("Withdraw the meeting", address, withdraw))
    elif not thing.is_held:
        steps.append(Step("Cancel the meeting", address, cancel))
    return [steps[0]] if thing.is_cancelled else steps


@access(Permission.KEEP_MEMBERSHIP)
def add(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Log a meeting that was held, or plan one."""
    partnership = partnership_with_kept_members(request, reference)
    body = body_of(partnership, pk)
    usual = standing_of(body, on=clock.today())
    form = NewMeetingForm(
        request.POST if request.method == "POST" else None,
        initial={"starts_at": usual.usual_time, "place": usual.usual_place},
        cancel_url=body.get_absolute_url(),
    )
    if request.method == "POST" and form.is_valid():
        held = form.cleaned_data["state"] == HELD
        verb = services.log_meeting if held else services.plan_meeting
        made = attempt(form, lambda: verb(body=body, values=form.entry(), by=request.user))
        if made and held:
            messages.success(request, f"The meeting on {long_date(made.day)} was logged.")
            return redirect("partnerships:record-meeting", reference, made.pk)
        if made:
            messages.success(request, f"The meeting on {long_date(made.day)} was planned.")
            return redirect(made)
    title = "Log or plan a meeting"
    return form_page(
        request,
        form,
        title=title,
        caption=body.name,
        breadcrumbs=under_body(body, title),
    )


def under_body(body: Body, step: str) -> list:
    """Return the breadcrumbs of a step about a body's meetings."""
    partnership = body.partnership
    return trail(
        (partnership.name, partnership.get_absolute_url()),
        (body.name, body.get_absolute_url()),
        (step, None),
    )


@access(Permission.KEEP_MEMBERSHIP)
def change(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Change when, where or about what a body meets."""
    partnership = partnership_with_kept_members(request, reference)
    thing = meeting_of(partnership, pk)
    enforce(refusal_to_change(cancelled=thing.is_cancelled))
    form = ChangeMeetingForm(
        request.POST if request.method == "POST" else None,
        record=thing,
        initial=values_of(thing),
        cancel_url=thing.get_absolute_url(),
    )

    def save() -> Meeting:
        return services.change_meeting(
            meeting=thing,
            version=form.version,
            values=form.entry(),
            by=request.user,
            reason=form.cleaned_data["reason"],
        )

    return edit_page(
        request,
        form,
        save=save,
        done=lambda saved: f"The meeting on {long_date(saved.day)} was saved.",
        values_of=values_of,
        title="Change the meeting",
        caption=str(thing),
        breadcrumbs=under_meeting(thing, "Change"),
    )


@access(Permission.KEEP_MEMBERSHIP)
def relay(request: HttpRequest, reference: str, pk: int, message_pk: int) -> HttpResponse:
    """Record when a key message was relayed."""
    partnership = partnership_with_kept_members(request, reference)
    thing = meeting_of(partnership, pk)
    found = KeyMessage.objects.visible_to(request.user).filter(meeting=thing)
    message = get_object_or_404(found, pk=message_pk)
    message.meeting = thing
    form = RelayedForm(
        request.POST if request.method == "POST" else None,
        initial={"relayed_on": message.relayed_on or clock.today()},
    )
    return final_step_page(
        request,
        form,
        save=lambda: relay_message(
            message=message, on=form.cleaned_data["relayed_on"], by=request.user
        ),
        done="It was recorded that the message was relayed.",
        to=thing.get_absolute_url(),
        title="Record that a key message was relayed",
        caption=str(thing),
        will_happen=[f"The message is recorded as relayed: {message.text}"],
        confirm_label="Record",
        breadcrumbs=under_meeting(thing, "Relayed"),
    )


@access(Permission.VIEW_PARTNERSHIPS)
@require_safe
def minutes(request: HttpRequest, reference: str, pk: int, minutes_pk: int) -> HttpResponseBase:
    """Send a file of a meeting's minutes to somebody who may read them."""
    partnership = seen_partnership(request, reference)
    thing = meeting_of(partnership, pk)
    found = Minutes.objects.visible_to(request.user).filter(meeting=thing).select_related("file")
    wanted = get_object_or_404(found, pk=minutes_pk)
    # The log is read by people who may not know what is exempt, be it the name of its file.
    named = "" if thing.exempt else f": {wanted.file.name}"
    log(request, Event.DOWNLOADED, detail=f"Minutes {wanted.pk}{named}")
    return download(wanted.file)
