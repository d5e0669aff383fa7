"""How are partnerships added and described?"""

from collections.abc import Mapping
from typing import Any

from govreg.core.access.models import Scope
from govreg.core.editing.versions import locked
from govreg.core.history.change import change
from govreg.core.history.values import put
from govreg.core.refusals import Refusal, Refused, enforce
from partnerships.models import Partnership, PartnershipAlias
from partnerships.rules.structure import refusal_of_circle

from .searching import enter_partnership

EDITABLE = (
    "name",
    "kind",
    "parent",
    "status",
    "area",
    "purpose",
    "legal_basis",
    "accountable_body",
    "lead",
    "established",
    "established_on",
    "approved_by",
)


def add_partnership(
    *, reference: str, values: Mapping[str, Any], by: Any, reason: str = ""
) -> Partnership:
    """Add a partnership, with the scope for which roles can be held in it."""
    if Partnership.objects.filter(reference=reference).exists():
        raise Refused(
            Refusal("reference-taken", f"The reference “{reference}” is taken. Choose another.")
        )
    if Scope.objects.filter(name=values["name"].strip()).exists():
        raise Refused(
            Refusal("partnership-known", f"“{values['name'].strip()}” is already recorded.")
        )
    with change(verb="Added a partnership", by=by, reason=reason):
        scope = Scope(name=values["name"].strip())
        scope.save()
        partnership = Partnership(reference=reference, scope=scope)
        put(partnership, values, allowed=EDITABLE)
        partnership.save()
        enter_partnership(partnership)
    return partnership


def describe_partnership(
    *, partnership: Partnership, version: int, values: Mapping[str, Any], by: Any, reason: str
) -> Partnership:
    """Change what is recorded of a partnership."""
    with change(verb="Changed a partnership", by=by, reason=reason, scope=partnership.scope):
        partnership = locked(Partnership, partnership.pk, version=version)
        put(partnership, values, allowed=EDITABLE)
        enforce(
            refusal_of_circle(
                record=partnership, above=partnership.parent, next_above=lambda p: p.parent
            )
        )
        partnership.save()
        enter_partnership(partnership)
    return partnership


def add_alias(
    *, partnership: Partnership, name: str, by: Any, reason: str = ""
) -> PartnershipAlias:
    """Record another name of a partnership."""
    name = name.strip()
    if partnership.aliases.filter(name__iexact=name).exists():
        raise Refused(Refusal("alias-known", f"“{name}” is already recorded as another name."))
    with change(
        verb="Added another name of a partnership", by=by, reason=reason, scope=partnership.scope
    ):
        alias = PartnershipAlias(partnership=partnership, name=name)
        alias.save()
        enter_partnership(partnership)
    return alias


def remove_alias(*, alias: PartnershipAlias, by: Any, reason: str) -> None:
    """Take a name away that was recorded by mistake."""
    partnership = alias.partnership
    with change(
        verb="Removed another name of a partnership", by=by, reason=reason, scope=partnership.scope
    ):
        alias.delete()
        enter_partnership(partnership)
