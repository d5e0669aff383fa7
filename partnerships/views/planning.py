"""How does an area manager plan a year's meetings in one step, having seen the dates?"""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from govreg.core import clock
from govreg.core.access import Permission, access
from govreg.core.editing.saving import attempt
from govreg.core.ui.pages import form_page
from partnerships.forms.planning import DatesForm, PatternForm, count_asked
from partnerships.models import Body
from partnerships.queries.arrangements import standing_of
from partnerships.services.meetings import plan_meetings

from .loading import body_of, partnership_with_kept_members
from .meetings import under_body

TITLE = "Plan several meetings"


@access(Permission.KEEP_MEMBERSHIP)
def plan(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Ask how often; show the dates; create the meetings, all in one change or none."""
    body = body_of(partnership_with_kept_members(request, reference), pk)
    if request.method == "POST" and "count" in request.POST:
        return _create(request, body)
    usual = standing_of(body, on=clock.today())
    form = PatternForm(
        request.POST if request.method == "POST" else None,
        initial={"starts_at": usual.usual_time, "place": usual.usual_place},
        cancel_url=body.get_absolute_url(),
    )
    if request.method == "POST" and form.is_valid():
        dates = DatesForm(days=form.days(), initial=form.shared(), cancel_url=request.path)
        return _dates_page(request, body, dates)
    return form_page(
        request,
        form,
        title=TITLE,
        caption=body.name,
        intro="The dates are shown before anything is created; each can be changed or left out.",
        breadcrumbs=under_body(body, TITLE),
    )


def _create(request: HttpRequest, body: Body) -> HttpResponse:
    days: list[None] = [None] * count_asked(request.POST)
    form = DatesForm(request.POST, days=days, cancel_url=request.path)
    if form.is_valid():
        made = attempt(
            form, lambda: plan_meetings(body=body, several=form.several(), by=request.user)
        )
        if made is not None:
            planned = "1 meeting was" if len(made) == 1 else f"{len(made)} meetings were"
            messages.success(request, f"{planned} planned for {body.name}.")
            address = reverse("partnerships:meetings", args=[body.partnership.reference])
            return redirect(f"{address}?body={body.pk}&sort=date")
    return _dates_page(request, body, form)


def _dates_page(request: HttpRequest, body: Body, form: DatesForm) -> HttpResponse:
    context = {
        "title": "Check the dates",
        "caption": body.name,
        "breadcrumbs": under_body(body, TITLE),
        "form": form,
    }
    return render(request, "partnerships/planning/dates.html", context)
