"""How are a partnership's particulars kept?"""

from collections.abc import Mapping
from typing import Any

from govreg.core import clock
from govreg.core.editing.versions import locked
from govreg.core.history.change import change
from govreg.core.history.values import put
from govreg.core.refusals import enforce
from partnerships.models import Partnership
from partnerships.rules.particulars import refusal_of_approval

from .allowed import enforce_keeping

EDITABLE = (
    "directorate",
    "deputy",
    "lead_member",
    "legal_form",
    "required_by_law",
    "stage",
    "council_resources",
    "liabilities",
    "insurance",
    "assets",
    "complaints_route",
    "entry_decision",
    "significance",
    "significance_reason",
    "significance_approved_by",
    "significance_on",
    "is_published",
)


def describe_particulars(
    *, partnership: Partnership, version: int, values: Mapping[str, Any], by: Any, reason: str
) -> Partnership:
    """Change what is recorded of a partnership beside its entry."""
    with change(
        verb="Changed a partnership’s particulars", by=by, reason=reason, scope=partnership.scope
    ):
        enforce_keeping(partnership, by=by)
        partnership = locked(Partnership, partnership.pk, version=version)
        put(partnership, values, allowed=EDITABLE)
        enforce(refusal_of_approval(approved_on=partnership.significance_on, today=clock.today()))
        partnership.save()
    return partnership
