"""How is progress on an agreed action drafted, submitted and corrected?"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from govreg.core import clock
from govreg.core.editing.versions import locked
from govreg.core.files.store import take_upload
from govreg.core.history.change import change
from govreg.core.history.values import put
from govreg.core.refusals import Refusal, Refused, enforce
from recommendations.models import AgreedAction, Evidence, ProgressUpdate
from recommendations.queries.situation import situation
from recommendations.queries.windows import window_asking
from recommendations.rules.progress import (
    refusal_of_content,
    refusal_of_day,
    refusal_of_percent,
    refusal_to_record,
)

from .holding import hold_action

RECORDED, DRAFTED = "Recorded progress", "Saved a draft of a progress update"
EDITABLE = ("rating", "reason", "narrative", "percent_complete")


def save_draft(
    *,
    action: AgreedAction,
    values: Mapping[str, Any],
    on: date,
    by: Any,
    uploads: Iterable[Any] = (),
) -> ProgressUpdate:
    """Keep what an officer has written so far; nobody else sees it until it is submitted."""
    with change(verb=DRAFTED, by=by):
        action = hold_action(action)
        enforce(refusal_to_record(situation(action, user=by, on=on)))
        update = _draft_of(action, by) or ProgressUpdate(action=action, by=by, begun_on=on)
        put(update, values, allowed=EDITABLE)
        enforce(refusal_of_percent(update.percent_complete))
        update.save()
        _attach(update, uploads, by=by)
    return update


def submit_update(
    *,
    action: AgreedAction,
    values: Mapping[str, Any],
    on: date,
    by: Any,
    uploads: Iterable[Any] = (),
    corrects: ProgressUpdate | None = None,
    written_on: date | None = None,
) -> ProgressUpdate:
    """Submit a progress update. It stands from now on; a correction is another update.

    Where an open window asks the action for it, the update is the window's answer. `written_on` is
    the day on which it was written away from the register, where that was before `on`: it counts
    from `on` all the same, so that nothing is added to a window that has closed.
    """
    with change(verb=_verb(corrects), by=by, reason=str(values.get("reason", ""))):
        action = hold_action(action)
        enforce(refusal_to_record(situation(action, user=by, on=on)))
        update = _draft_of(action, by) or ProgressUpdate(action=action, by=by, begun_on=on)
        put(update, values, allowed=EDITABLE)
        enforce(
            refusal_of_content(
                rating=update.rating,
                reason=update.reason,
                narrative=update.narrative,
                percent=update.percent_complete,
            )
        )
        if corrects is not None and corrects.action_id != action.pk:
            raise Refused(Refusal("other-action", "Choose an update of this action to correct."))
        if written_on is not None:
            review = action.response.recommendation.review
            enforce(refusal_of_day(written_on=written_on, issued_on=review.issued_on, on=on))
            update.begun_on = written_on
        update.corrects = corrects
        update.window = window_asking(action, on=on, corrects=corrects, lock=True)
        update.submitted_on = on
        update.submitted_at = clock.now()
        update.save()
        _attach(update, uploads, by=by)
    return update


def discard_draft(*, update: ProgressUpdate, by: Any) -> None:
    """Throw a draft of one's own away; the history keeps that it was there."""
    with change(verb="Threw a draft away", by=by):
        hold_action(update.action)
        update = locked(ProgressUpdate, update.pk)
        if update.submitted_on is not None or update.by_id != by.pk:
            raise Refused(Refusal("not-a-draft", "Only a draft of your own can be thrown away."))
        for evidence in update.evidence.all():
            evidence.delete()
        update.delete()


def _verb(corrects: ProgressUpdate | None) -> str:
    return "Corrected a progress update" if corrects else RECORDED


def _draft_of(action: AgreedAction, by: Any) -> ProgressUpdate | None:
    draft: ProgressUpdate | None = action.updates.filter(by=by, submitted_on__isnull=True).first()
    return draft


def _attach(update: ProgressUpdate, uploads: Iterable[Any], *, by: Any) -> None:
    for upload in uploads:
        Evidence(update=update, file=take_upload(upload, by=by)).save()
