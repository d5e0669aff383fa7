"""How are the roles in a partnership, and what is delegated to them, recorded?"""

from collections.abc import Mapping
from typing import Any

from govreg.core.editing.versions import locked
from govreg.core.history.change import change
from govreg.core.history.values import put
from govreg.core.refusals import enforce
from partnerships.models import Partnership, PartnershipRole
from partnerships.rules.membership import refusal_of_period
from partnerships.rules.roles import refusal_of_role

from .allowed import enforce_keeping

EDITABLE = (
    "title",
    "holder",
    "statutory_basis",
    "delegated",
    "limits",
    "document",
    "explained_in",
    "start",
    "end",
)


def add_role(
    *, partnership: Partnership, values: Mapping[str, Any], by: Any, reason: str = ""
) -> PartnershipRole:
    """Record a role in a partnership."""
    with change(verb="Added a role", by=by, reason=reason, scope=partnership.scope):
        enforce_keeping(partnership, by=by)
        return _put(PartnershipRole(partnership=partnership), values)


def change_role(
    *, role: PartnershipRole, version: int, values: Mapping[str, Any], by: Any, reason: str
) -> PartnershipRole:
    """Change a role, or end it."""
    partnership = role.partnership
    with change(verb="Changed a role", by=by, reason=reason, scope=partnership.scope):
        enforce_keeping(partnership, by=by)
        found = locked(PartnershipRole, role.pk, version=version)
        found.partnership = partnership
        return _put(found, values)


def _put(role: PartnershipRole, values: Mapping[str, Any]) -> PartnershipRole:
    put(role, values, allowed=EDITABLE)
    document = role.document
    enforce(
        refusal_of_role(
            delegated=bool(role.delegated),
            limits=bool(role.limits),
            own_document=document is None or document.partnership_id == role.partnership_id,
        )
    )
    enforce(refusal_of_period(start=role.start, end=role.end))
    role.save()
    return role
