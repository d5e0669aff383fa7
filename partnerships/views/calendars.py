"""How does a person follow meetings in their own calendar, by a link that can be revoked?"""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from govreg.core import clock
from govreg.core.access import Permission, access
from govreg.core.editing.pages import final_step_page
from govreg.core.editing.reasons import ConfirmForm
from govreg.core.editing.saving import attempt
from govreg.core.ical import MEDIA_TYPE, calendar
from govreg.core.refusals import enforce
from partnerships.forms.calendars import CalendarLinkForm
from partnerships.models import CalendarLink
from partnerships.queries.calendars import events_of, link_of
from partnerships.rules.calendars import refusal_to_revoke
from partnerships.services.calendars import make_link, revoke_link

from .partnerships import trail

TITLE = "Meetings in your calendar"


@access(Permission.VIEW_PARTNERSHIPS)
def links(request: HttpRequest) -> HttpResponse:
    """Show one's own links, make another, and show its address once."""
    user: Any = request.user
    asked = {"body": request.GET.get("body", "")[:20]}
    posted = request.method == "POST"
    form = CalendarLinkForm(request.POST if posted else None, user=user, initial=asked)
    made = None
    if posted and form.is_valid():
        made = attempt(form, lambda: make_link(user=user, body=form.cleaned_data["body"]))
    address = ""
    if made is not None:
        _link, token = made
        address = request.build_absolute_uri(reverse("partnerships:calendar", args=[token]))
        form = CalendarLinkForm(user=user)
    context = {
        "title": TITLE,
        "breadcrumbs": trail((TITLE, None)),
        "form": form,
        "address": address,
        "links": CalendarLink.objects.visible_to(user).select_related("body__partnership"),
    }
    response = render(request, "partnerships/calendars/list.html", context)
    if address:
        response["Cache-Control"] = "no-store"
    return response


@access(Permission.VIEW_PARTNERSHIPS)
def revoke(request: HttpRequest, pk: int) -> HttpResponse:
    """Revoke one's own link."""
    own = CalendarLink.objects.visible_to(request.user).select_related("body")
    link = get_object_or_404(own, pk=pk)
    enforce(refusal_to_revoke(revoked=bool(link.revoked_on)))
    back = reverse("partnerships:calendars")
    return final_step_page(
        request,
        ConfirmForm(request.POST if request.method == "POST" else None),
        save=lambda: revoke_link(link=link, by=request.user),
        done="The link was revoked.",
        to=back,
        title="Revoke the link",
        caption=str(link),
        will_happen=["Calendars that follow the link find nothing there any more."],
        confirm_label="Revoke the link",
        serious=True,
        breadcrumbs=trail((TITLE, back), ("Revoke", None)),
    )


@access.public
@require_safe
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """Send the calendar of a link: what its owner may see now, to whoever has the link."""
    link = link_of(token)
    if link is None:
        raise Http404
    events = events_of(link, on=clock.today(), address=request.build_absolute_uri)
    response = HttpResponse(calendar(events, name=str(link)), content_type=MEDIA_TYPE)
    response["Content-Disposition"] = 'inline; filename="meetings.ics"'
    response["Cache-Control"] = "private, no-store"
    return response
