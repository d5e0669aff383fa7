"""How are a partnership's arrangements for account and the complaints about it kept?"""

from collections.abc import Mapping
from typing import Any

from govreg.core import clock
from govreg.core.editing.versions import locked
from govreg.core.history.change import change
from govreg.core.history.values import put
from govreg.core.refusals import enforce
from partnerships.models import AccountabilityTable, Complaint, Partnership
from partnerships.models.accountability import ELEMENTS, LAYERS
from partnerships.rules.accountability import refusal_of_complaint

from .allowed import enforce_keeping

CELLS = tuple(f"{element}_{layer}" for element in ELEMENTS for layer in LAYERS)
COMPLAINT = ("received_on", "subject", "partners", "outcome", "learnt", "closed_on")


def state_accountability(
    *,
    partnership: Partnership,
    version: int,
    values: Mapping[str, Any],
    by: Any,
    reason: str = "",
) -> AccountabilityTable:
    """State what is arranged in the nine cells; `version` is 0 where nothing was stated yet.

    Raises StaleVersion when somebody stated it meanwhile.
    """
    scope = partnership.scope
    with change(verb="Stated how account is given", by=by, reason=reason, scope=scope):
        enforce_keeping(partnership, by=by)
        # The partnership is locked first, so that two first statements do not make two tables.
        locked(Partnership, partnership.pk)
        present = AccountabilityTable.objects.filter(partnership=partnership).first()
        table = (
            locked(AccountabilityTable, present.pk, version=version)
            if present
            else AccountabilityTable()
        )
        table.partnership = partnership
        put(table, values, allowed=CELLS)
        table.save()
    return table


def log_complaint(
    *, partnership: Partnership, values: Mapping[str, Any], by: Any, reason: str = ""
) -> Complaint:
    """Log a complaint that concerned a partnership's work."""
    with change(verb="Logged a complaint", by=by, reason=reason, scope=partnership.scope):
        enforce_keeping(partnership, by=by)
        return _saved(Complaint(partnership=partnership), values)


def change_complaint(
    *, complaint: Complaint, version: int, values: Mapping[str, Any], by: Any, reason: str
) -> Complaint:
    """Add to a complaint what came of it, or correct it."""
    partnership = complaint.partnership
    with change(verb="Changed a complaint", by=by, reason=reason, scope=partnership.scope):
        enforce_keeping(partnership, by=by)
        found = locked(Complaint, complaint.pk, version=version)
        found.partnership = partnership
        return _saved(found, values)


def _saved(complaint: Complaint, values: Mapping[str, Any]) -> Complaint:
    put(complaint, values, allowed=COMPLAINT)
    enforce(
        refusal_of_complaint(
            received_on=complaint.received_on,
            closed_on=complaint.closed_on,
            outcome=complaint.outcome,
            today=clock.today(),
        )
    )
    complaint.save()
    return complaint
