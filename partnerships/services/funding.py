"""How are a partnership's funding arrangements entered and changed?"""

from collections.abc import Mapping
from typing import Any

from govreg.core.editing.versions import locked
from govreg.core.history.change import change
from govreg.core.history.values import put
from govreg.core.refusals import enforce
from partnerships.models import FundingArrangement, Partnership
from partnerships.rules.amounts import refusal_of_period
from partnerships.rules.documents import refusal_of_another
from partnerships.rules.funding import refusal_of_name
from partnerships.rules.lifecycle import refusal_after_the_end

from .allowed import enforce_keeping
from .searching import enter_funding

EDITABLE = (
    "kind",
    "name",
    "host",
    "accountable_body",
    "legal_basis",
    "agreement",
    "agreement_document",
    "start",
    "end",
    "vat",
    "vat_note",
    "overspend",
    "underspend",
    "chosen_because",
    "reports_due",
    "report_days",
)


def add_funding(
    *, partnership: Partnership, values: Mapping[str, Any], by: Any, reason: str = ""
) -> FundingArrangement:
    """Enter an arrangement through which partners bring money together."""
    scope = partnership.scope
    with change(verb="Added a funding arrangement", by=by, reason=reason, scope=scope):
        enforce_keeping(partnership, by=by)
        arrangement = FundingArrangement(partnership=partnership)
        put(arrangement, values, allowed=EDITABLE)
        _check(arrangement)
        arrangement.save()
        enter_funding(arrangement)
    return arrangement


def change_funding(
    *,
    arrangement: FundingArrangement,
    version: int,
    values: Mapping[str, Any],
    by: Any,
    reason: str,
) -> FundingArrangement:
    """Change an arrangement's entry."""
    partnership = arrangement.partnership
    scope = partnership.scope
    with change(verb="Changed a funding arrangement", by=by, reason=reason, scope=scope):
        enforce_keeping(partnership, by=by)
        arrangement = locked(FundingArrangement, arrangement.pk, version=version)
        arrangement.partnership = partnership
        put(arrangement, values, allowed=EDITABLE)
        _check(arrangement)
        arrangement.save()
        enter_funding(arrangement)
    return arrangement


def _check(arrangement: FundingArrangement) -> None:
    enforce(refusal_of_period(start=arrangement.start, end=arrangement.end))
    ended_on = arrangement.partnership.ended_on
    enforce(refusal_after_the_end(ended_on=ended_on, day=arrangement.start, what="Funding"))
    document = arrangement.agreement_document
    own = document is None or document.partnership_id == arrangement.partnership_id
    enforce(refusal_of_another(own=own))
    same = FundingArrangement.objects.filter(
        partnership=arrangement.partnership_id, name=arrangement.name
    )
    enforce(refusal_of_name(taken=same.exclude(pk=arrangement.pk).exists()))
