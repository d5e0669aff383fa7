"""How is it read and kept how a partnership shares information?"""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from govreg.core import clock
from govreg.core.access import Permission, access
from govreg.core.editing.pages import edit_page
from partnerships.forms.information_sharing import (
    ActivityForm,
    ChangeObstacleForm,
    NewObstacleForm,
    values_of,
)
from partnerships.forms.withdrawals import WithdrawForm
from partnerships.models import Partnership, SharingActivity, SharingObstacle
from partnerships.queries.information_sharing import information_sharing_of
from partnerships.services import information_sharing as services

from .loading import keeps_partnership, kept_partnership, seen_partnership
from .partnerships import trail
from .records import posted
from .sections import section

TITLE = "Information sharing"


def _address(partnership: Partnership) -> str:
    return reverse("partnerships:information-sharing", args=[partnership.reference])


def _step(
    request: HttpRequest, partnership: Partnership, form: Any, save: Any, title: str, **extra: Any
) -> HttpResponse:
    """Show or take one step, and go back to the page of all that is kept."""
    here = (partnership.name, partnership.get_absolute_url())
    return edit_page(
        request,
        form,
        save=save,
        done=lambda saved: f"“{saved}” was saved.",
        to=_address(partnership),
        title=title,
        caption=partnership.name,
        breadcrumbs=trail(here, (TITLE, _address(partnership)), (title, None)),
        **extra,
    )


@access(Permission.VIEW_PARTNERSHIPS)
@require_safe
def information_sharing(request: HttpRequest, reference: str) -> HttpResponse:
    """Show who signed the protocol, how it is kept alive and what stands in the way."""
    partnership = seen_partnership(request, reference)
    context = {
        **section(partnership, "information-sharing", TITLE),
        "page": information_sharing_of(partnership, on=clock.today()),
        "may_keep": keeps_partnership(request, partnership),
    }
    return render(request, "partnerships/information_sharing/page.html", context)


@access(Permission.KEEP_PARTNERSHIPS)
def record(request: HttpRequest, reference: str) -> HttpResponse:
    """Record a training or a reminder."""
    partnership = kept_partnership(request, reference)
    form = ActivityForm(
        posted(request), initial={"day": clock.today()}, cancel_url=_address(partnership)
    )

    def save() -> Any:
        return services.record_activity(
            partnership=partnership, values=form.entry(), by=request.user
        )

    return _step(request, partnership, form, save, "Record a training or reminder")


@access(Permission.KEEP_PARTNERSHIPS)
def withdraw(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Withdraw a training or reminder that was recorded in error."""
    partnership = kept_partnership(request, reference)
    thing = get_object_or_404(SharingActivity, partnership=partnership, pk=pk)
    thing.partnership = partnership
    form = WithdrawForm(posted(request), record=thing, cancel_url=_address(partnership))

    def save() -> Any:
        return services.withdraw_activity(
            activity=thing,
            version=form.version,
            by=request.user,
            reason=form.cleaned_data["reason"],
        )

    title = f"Withdraw the {thing.get_kind_display().lower()}"
    return _step(request, partnership, form, save, title)


@access(Permission.KEEP_PARTNERSHIPS)
def add_obstacle(request: HttpRequest, reference: str) -> HttpResponse:
    """Add an obstacle to sharing."""
    partnership = kept_partnership(request, reference)
    form = NewObstacleForm(
        posted(request), initial={"since": clock.today()}, cancel_url=_address(partnership)
    )

    def save() -> Any:
        return services.add_obstacle(partnership=partnership, values=form.entry(), by=request.user)

    return _step(request, partnership, form, save, "Add an obstacle")


@access(Permission.KEEP_PARTNERSHIPS)
def change_obstacle(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Change an obstacle, or record that it is resolved."""
    partnership = kept_partnership(request, reference)
    thing = get_object_or_404(SharingObstacle, partnership=partnership, pk=pk)
    thing.partnership = partnership
    form = ChangeObstacleForm(
        posted(request), record=thing, initial=values_of(thing), cancel_url=_address(partnership)
    )

    def save() -> Any:
        return services.change_obstacle(
            obstacle=thing,
            version=form.version,
            values=form.entry(),
            by=request.user,
            reason=form.cleaned_data["reason"],
        )

    return _step(
        request, partnership, form, save, "Change or resolve the obstacle", values_of=values_of
    )
