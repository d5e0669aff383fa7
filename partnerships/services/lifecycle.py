"""How does a partnership go on to the next stage of its life, or end?"""

from datetime import date
from typing import Any

from govreg.core import clock
from govreg.core.editing.versions import locked
from govreg.core.history.change import change
from govreg.core.refusals import enforce
from partnerships.models import Partnership
from partnerships.queries.checklists import exit_questions_uncovered
from partnerships.rules.lifecycle import refusal_to_go_on

from .allowed import enforce_keeping


def go_on(
    *,
    partnership: Partnership,
    version: int,
    to: str,
    by: Any,
    reason: str,
    ended_on: date | None = None,
    ended_because: str = "",
) -> Partnership:
    """Take a partnership to another stage. Closing says why and when.

    Where a closing is taken back, its day and its reason stay in the history alone.
    """
    today = clock.today()
    verb = f"Took a partnership to the stage “{Partnership.Status(to).label}”"
    with change(verb=verb, by=by, reason=reason, scope=partnership.scope):
        enforce_keeping(partnership, by=by)
        partnership = locked(Partnership, partnership.pk, version=version)
        enforce(
            refusal_to_go_on(
                status=partnership.status,
                to=to,
                uncovered=exit_questions_uncovered(partnership, on=today),
                ended_because=ended_because,
                ended_on=ended_on,
                today=today,
            )
        )
        closed = to == Partnership.Status.CLOSED
        partnership.status = to
        partnership.ended_on = ended_on if closed else None
        partnership.ended_because = ended_because if closed else ""
        partnership.save()
    return partnership
