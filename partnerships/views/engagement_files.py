"""How are the files of an engagement attached, sent, kept from publication and withdrawn?"""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from govreg.core.access import Permission, access
from govreg.core.accounts.sign_in_log import Event
from govreg.core.accounts.sign_in_log import record as log
from govreg.core.files.handing_out import download
from govreg.core.refusals import enforce
from partnerships.forms.engagement_files import (
    AttachFilesForm,
    PublicationForm,
    WithdrawFileForm,
    values_of,
)
from partnerships.models import Engagement, EngagementFile
from partnerships.rules.withdrawals import refusal_to_change_withdrawn
from partnerships.services import engagement_files as services

from .engagement import ENGAGEMENT, entry_of
from .loading import kept_partnership, seen_partnership
from .records import posted, stepping


@access(Permission.VIEW_PARTNERSHIPS)
@require_safe
def file(request: HttpRequest, reference: str, pk: int, file_pk: int) -> HttpResponseBase:
    """Send a file of an engagement to somebody who may read it."""
    partnership = seen_partnership(request, reference)
    found = EngagementFile.objects.handed_out_to(request.user).filter(of=entry_of(partnership, pk))
    wanted = get_object_or_404(found.select_related("file"), pk=file_pk)
    # The log is read by people who may not know what is exempt, be it the name of its file.
    named = "" if wanted.exempt else f": {wanted.file.name}"
    log(request, Event.DOWNLOADED, detail=f"Engagement file {wanted.pk}{named}")
    return download(wanted.file)


@access(Permission.KEEP_PARTNERSHIPS)
def attach(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Attach files to an entry of the log."""
    thing = entry_of(kept_partnership(request, reference), pk)
    enforce(refusal_to_change_withdrawn(withdrawn_because=thing.withdrawn_because))
    form = AttachFilesForm(
        posted(request),
        request.FILES if request.method == "POST" else None,
        cancel_url=thing.get_absolute_url(),
    )

    def save() -> Any:
        return services.attach_files(
            engagement=thing,
            uploads=form.cleaned_data["files"],
            by=request.user,
            **form.publication(),
        )

    return stepping(request, ENGAGEMENT, thing, form, save, title="Attach files")


@access(Permission.KEEP_PARTNERSHIPS)
def publication(request: HttpRequest, reference: str, pk: int, file_pk: int) -> HttpResponse:
    """Keep a file from publication, or open it."""
    thing = entry_of(kept_partnership(request, reference), pk)
    wanted = _file_of(request, thing, file_pk)
    form = PublicationForm(
        posted(request),
        record=wanted,
        initial=values_of(wanted),
        cancel_url=thing.get_absolute_url(),
    )

    def save() -> Any:
        return services.change_publication(
            file=wanted,
            version=form.version,
            by=request.user,
            reason=form.cleaned_data["reason"],
            **form.publication(),
        )

    title = f"Publication of {wanted.file.name}"
    return stepping(request, ENGAGEMENT, thing, form, save, title=title, values_of=values_of)


@access(Permission.KEEP_PARTNERSHIPS)
def withdraw(request: HttpRequest, reference: str, pk: int, file_pk: int) -> HttpResponse:
    """Withdraw a file that was attached in error."""
    thing = entry_of(kept_partnership(request, reference), pk)
    wanted = _file_of(request, thing, file_pk)
    enforce(refusal_to_change_withdrawn(withdrawn_because=wanted.withdrawn_because))
    form = WithdrawFileForm(posted(request), record=wanted, cancel_url=thing.get_absolute_url())

    def save() -> Any:
        reason = form.cleaned_data["reason"]
        return services.withdraw_file(
            file=wanted, version=form.version, by=request.user, reason=reason
        )

    title = f"Withdraw {wanted.file.name}"
    return stepping(request, ENGAGEMENT, thing, form, save, title=title)


def _file_of(request: HttpRequest, thing: Engagement, pk: int) -> EngagementFile:
    """Return a file of an entry that the person may know of."""
    found = EngagementFile.objects.visible_to(request.user).filter(of=thing)
    wanted: EngagementFile = get_object_or_404(found.select_related("file"), pk=pk)
    wanted.of = thing
    return wanted
