"""How are the files of an engagement attached, sent and kept from publication?"""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from govreg.core.access import Permission, access
from govreg.core.accounts.sign_in_log import Event
from govreg.core.accounts.sign_in_log import record as log
from govreg.core.files.handing_out import download
from govreg.core.refusals import enforce
from partnerships.forms.engagement_files import AttachFilesForm, PublicationForm, values_of
from partnerships.models import EngagementFile
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
    found = EngagementFile.objects.visible_to(request.user).filter(of=entry_of(partnership, pk))
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
    found = EngagementFile.objects.visible_to(request.user).filter(of=thing)
    wanted = get_object_or_404(found.select_related("file"), pk=file_pk)
    wanted.of = thing
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
