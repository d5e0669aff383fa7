"""How does a partnership go on to the next stage of its life?"""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from govreg.core import clock
from govreg.core.access import Permission, access
from govreg.core.editing.pages import edit_page
from partnerships.forms.lifecycle import StageForm
from partnerships.models import Partnership
from partnerships.queries.checklists import exit_questions_uncovered
from partnerships.rules.lifecycle import NEXT
from partnerships.services.lifecycle import go_on

from .loading import kept_partnership
from .partnerships import under


@access(Permission.KEEP_PARTNERSHIPS)
def stage(request: HttpRequest, reference: str) -> HttpResponse:
    """Take a partnership to another stage; a closing says what must be answered first."""
    partnership = kept_partnership(request, reference)
    form = StageForm(
        request.POST if request.method == "POST" else None,
        record=partnership,
        cancel_url=partnership.get_absolute_url(),
    )

    def save() -> Any:
        return go_on(
            partnership=partnership,
            version=form.version,
            to=form.cleaned_data["to"],
            ended_on=form.cleaned_data.get("ended_on"),
            ended_because=form.cleaned_data.get("ended_because") or "",
            by=request.user,
            reason=form.cleaned_data["reason"],
        )

    can_close = Partnership.Status.CLOSED in NEXT[partnership.status]
    open_questions = (
        exit_questions_uncovered(partnership, on=clock.today())
        if can_close and partnership.status != Partnership.Status.PROPOSED
        else []
    )
    return edit_page(
        request,
        form,
        save=save,
        done=lambda saved: f"{saved.name} is now: {saved.get_status_display().lower()}.",
        values_of=lambda saved: {"to": saved.status, "ended_on": saved.ended_on},
        title="Next stage",
        caption=f"{partnership.name}: {partnership.get_status_display().lower()} now",
        breadcrumbs=under(partnership, "Next stage"),
        template="partnerships/partnerships/stage.html",
        open_questions=open_questions,
        answer_url=reverse("partnerships:exit-arrangements", args=[reference]),
    )
