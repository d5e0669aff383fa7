"""How does an area manager record on one page who came to a meeting and what was decided?"""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse

from govreg.core import clock
from govreg.core.access import Permission, access
from govreg.core.editing.pages import edit_page
from govreg.core.refusals import enforce
from govreg.core.ui.pages import form_page
from partnerships.forms.recording import (
    MORE_LINES,
    RecordForm,
    lines_asked,
    typed_so_far,
    values_of,
)
from partnerships.models import Meeting
from partnerships.rules.meetings import refusal_to_hold
from partnerships.services.recording import record_meeting

from .loading import meeting_of, partnership_with_kept_members
from .meetings import under_meeting

TITLE = "Record the meeting"
CHOOSE_AGAIN = "Choose your files again: a page cannot keep them while lines are added."
TEMPLATE = "partnerships/recording/form.html"


@access(Permission.KEEP_MEMBERSHIP)
def record(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Record a held meeting: attendance, decisions, key messages and minutes."""
    partnership = partnership_with_kept_members(request, reference)
    thing = meeting_of(partnership, pk)
    enforce(refusal_to_hold(day=thing.day, cancelled=thing.is_cancelled, on=clock.today()))
    place: dict[str, Any] = {
        "title": TITLE,
        "caption": str(thing),
        "breadcrumbs": under_meeting(thing, "Record"),
        "template": TEMPLATE,
        "meeting": thing,
    }
    cancel = thing.get_absolute_url()
    if request.method == "POST" and "more" in request.POST:
        more = RecordForm(
            record=thing,
            initial=typed_so_far(request.POST),
            lines=lines_asked(request.POST) + MORE_LINES,
            cancel_url=cancel,
        )
        if request.FILES:
            messages.warning(request, CHOOSE_AGAIN)
        return form_page(request, more, **place)
    posted = request.method == "POST"
    form = RecordForm(
        request.POST if posted else None,
        request.FILES if posted else None,
        record=thing,
        lines=lines_asked(request.POST),
        cancel_url=cancel,
    )

    def save() -> Meeting:
        return record_meeting(meeting=thing, by=request.user, **form.record_values())

    return edit_page(
        request,
        form,
        save=save,
        done=lambda saved: _saved(saved, not_marked=form.not_marked),
        values_of=values_of,
        **place,
    )


def _saved(meeting: Meeting, *, not_marked: int) -> str:
    """Say that a record was saved, and of how many members nothing is recorded."""
    if not not_marked:
        return f"The record of {meeting} was saved."
    counted = "1 member" if not_marked == 1 else f"{not_marked} members"
    return f"The record of {meeting} was saved. {counted} not marked: nothing is recorded of them."
