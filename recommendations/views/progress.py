"""How does an officer record progress, with evidence?"""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from govreg.core import clock
from govreg.core.access import access
from govreg.core.accounts.sign_in_log import Event
from govreg.core.accounts.sign_in_log import record as log
from govreg.core.editing.pages import edit_page, final_step_page
from govreg.core.editing.reasons import ConfirmForm
from govreg.core.files.handing_out import download
from recommendations.forms.progress import ProgressForm
from recommendations.models import AgreedAction, Evidence, ProgressUpdate
from recommendations.queries.windows import window_asking
from recommendations.rules.progress import refusal_to_record
from recommendations.services import progress as services

from .loading import facts_of, load_action, require, trail_of

DRAFTED = "Your draft was saved. Nobody else sees it until you submit it."
SUBMITTED = "Your progress update was submitted. It is kept as it is."


@access.signed_in
def update(request: HttpRequest, pk: int) -> HttpResponse:
    """Record progress on an action: draft it, or submit it."""
    action = load_action(request, pk)
    require(refusal_to_record(facts_of(request, action)))
    corrects = _corrected(request, action)
    form = ProgressForm(
        request.POST or None,
        request.FILES or None,
        initial=_initial(request, action, corrects),
        cancel_url=action.get_absolute_url(),
    )
    return edit_page(
        request,
        form,
        save=lambda: _save(request, action, form, corrects),
        done=lambda made: SUBMITTED if made.submitted_on else DRAFTED,
        to=action.get_absolute_url(),
        title="Correct a progress update" if corrects else "Record progress",
        caption=action.title,
        breadcrumbs=trail_of(action, "Record progress"),
        template="recommendations/progress/form.html",
        action=action,
        corrects=corrects,
        window=window_asking(action, on=clock.today(), corrects=corrects),
    )


@access.signed_in
def discard(request: HttpRequest, pk: int) -> HttpResponse:
    """Throw one's own draft away, after asking."""
    own = ProgressUpdate.objects.filter(by_id=request.user.pk, submitted_on__isnull=True)
    draft = get_object_or_404(own, pk=pk)
    action = load_action(request, draft.action_id)
    form = ConfirmForm(request.POST or None)
    return final_step_page(
        request,
        form,
        save=lambda: services.discard_draft(update=draft, by=request.user),
        done="Your draft was thrown away.",
        to=action.get_absolute_url(),
        title="Throw your draft away",
        will_happen=["The text that you have not submitted is removed from this action."],
        confirm_label="Throw the draft away",
        serious=True,
        breadcrumbs=trail_of(action, "Draft"),
    )


@access.signed_in
@require_safe
def evidence(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Send a file of evidence to somebody who may see its action."""
    found = get_object_or_404(
        Evidence.objects.select_related("file", "update__action", "claim__action"), pk=pk
    )
    source = found.update or found.claim
    if source is None:
        raise Http404
    load_action(request, source.action_id)
    is_draft = isinstance(source, ProgressUpdate) and source.submitted_on is None
    if is_draft and source.by_id != request.user.pk:
        raise Http404
    log(request, Event.DOWNLOADED, detail=f"Evidence {found.pk}: {found.file.name}")
    return download(found.file)


def _save(
    request: HttpRequest, action: AgreedAction, form: ProgressForm, corrects: ProgressUpdate | None
) -> ProgressUpdate:
    values = form.values()
    uploads = values.pop("files")
    today = clock.today()
    if form.is_draft:
        return services.save_draft(
            action=action, values=values, on=today, by=request.user, uploads=uploads
        )
    return services.submit_update(
        action=action,
        values=values,
        on=today,
        by=request.user,
        uploads=uploads,
        corrects=corrects,
    )


def _corrected(request: HttpRequest, action: AgreedAction) -> ProgressUpdate | None:
    """Return the submitted update of the reader's that this one corrects, if any."""
    asked = request.GET.get("corrects", "")
    if not asked.isdecimal() or len(asked) > 18:
        return None
    found: ProgressUpdate | None = (
        action.updates.submitted().filter(pk=int(asked), by_id=request.user.pk).first()
    )
    return found


def _initial(
    request: HttpRequest, action: AgreedAction, corrects: ProgressUpdate | None
) -> dict[str, Any]:
    """Begin with the reader's own draft, or with the update that is to be corrected."""
    begun = action.updates.filter(by_id=request.user.pk, submitted_on__isnull=True).first()
    source = begun or corrects
    if source is None:
        return {}
    return {name: getattr(source, name) for name in services.EDITABLE}
