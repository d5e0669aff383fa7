"""How are the standing briefings of a partnership kept?"""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from govreg.core import clock
from govreg.core.access import Permission, access
from govreg.core.editing.pages import edit_page
from partnerships.forms.liaison import (
    BriefingHeldForm,
    ChangeBriefingForm,
    NewBriefingForm,
    held_of,
    values_of,
)
from partnerships.models import Partnership, StandingBriefing
from partnerships.services import liaison as services

from .loading import kept_partnership
from .roles import address, under_roles


@access(Permission.KEEP_PARTNERSHIPS)
def add(request: HttpRequest, reference: str) -> HttpResponse:
    """Add a standing briefing."""
    partnership = kept_partnership(request, reference)
    form = NewBriefingForm(
        request.POST if request.method == "POST" else None, cancel_url=address(partnership)
    )

    def save() -> Any:
        return services.add_briefing(partnership=partnership, values=form.entry(), by=request.user)

    return _page(request, form, partnership, "Add a standing briefing", save)


@access(Permission.KEEP_PARTNERSHIPS)
def change(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Change or end a standing briefing."""
    briefing = _briefing_of(request, reference, pk)
    form = ChangeBriefingForm(
        request.POST if request.method == "POST" else None,
        record=briefing,
        initial=values_of(briefing),
        cancel_url=address(briefing.partnership),
    )

    def save() -> Any:
        return services.change_briefing(
            briefing=briefing,
            version=form.version,
            values=form.entry(),
            by=request.user,
            reason=form.cleaned_data["reason"],
        )

    title = "Change or end the briefing"
    return _page(request, form, briefing.partnership, title, save, values_of=values_of)


@access(Permission.KEEP_PARTNERSHIPS)
def held(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Record that a briefing was held."""
    briefing = _briefing_of(request, reference, pk)
    form = BriefingHeldForm(
        request.POST if request.method == "POST" else None,
        record=briefing,
        initial={"last_held": clock.today()},
        cancel_url=address(briefing.partnership),
    )

    def save() -> Any:
        return services.hold_briefing(
            briefing=briefing,
            version=form.version,
            held_on=form.cleaned_data["last_held"],
            by=request.user,
        )

    title = "Record a briefing as held"
    return _page(request, form, briefing.partnership, title, save, values_of=held_of)


def _page(
    request: HttpRequest, form: Any, partnership: Partnership, title: str, save: Any, **extra: Any
) -> HttpResponse:
    return edit_page(
        request,
        form,
        save=save,
        done=lambda saved: "The briefing was saved.",
        title=title,
        caption=str(form.record) if hasattr(form, "record") else partnership.name,
        breadcrumbs=under_roles(partnership, (title, None)),
        **extra,
    )


def _briefing_of(request: HttpRequest, reference: str, pk: int) -> Any:
    partnership = kept_partnership(request, reference)
    found = StandingBriefing.objects.select_related("briefed_by", "briefed")
    briefing: Any = get_object_or_404(found, partnership=partnership, pk=pk)
    briefing.partnership = partnership
    return briefing
