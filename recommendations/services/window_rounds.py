"""How does an officer answer one line of an update window, in a round of many?"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from govreg.core.editing.versions import StaleVersion
from govreg.core.history.change import change
from govreg.core.refusals import enforce
from recommendations.models import AgreedAction, ProgressUpdate, UpdateRequest
from recommendations.queries.window_rounds import seen_of
from recommendations.rules.windows import refusal_to_answer, state_of

from .holding import hold_action
from .progress import DRAFTED, RECORDED, save_draft, submit_update


def answer(
    *,
    request: UpdateRequest,
    values: Mapping[str, Any],
    seen: str,
    submit: bool,
    on: date,
    by: Any,
) -> ProgressUpdate:
    """Submit an update of one asked action, or keep it as a draft.

    `seen` says which draft and which update the officer had before them (`seen_of`). Raises
    StaleVersion with what was written meanwhile when another one is there by now.
    """
    reason = str(values.get("reason", "")) if submit else ""
    with change(verb=RECORDED if submit else DRAFTED, by=by, reason=reason):
        action = hold_action(request.action)
        window = request.window
        state = state_of(window, on=on)
        enforce(refusal_to_answer(state=state, asked=window.opened_on is not None))
        latest, draft = _present(action, by)
        if seen != seen_of(latest, draft):
            meanwhile: Any = latest if _is_newer(latest, seen) else draft or action
            raise StaleVersion(meanwhile)
        write = submit_update if submit else save_draft
        return write(action=action, values=values, on=on, by=by)


def _present(action: AgreedAction, by: Any) -> tuple[ProgressUpdate | None, ProgressUpdate | None]:
    latest = action.updates.submitted().order_by("-submitted_at", "-pk").first()
    draft = action.updates.filter(by=by, submitted_on__isnull=True).first()
    return latest, draft


def _is_newer(latest: ProgressUpdate | None, seen: str) -> bool:
    """Say whether an update was submitted since; else the draft is another one."""
    return latest is not None and seen.partition("-")[0] != str(latest.pk)
