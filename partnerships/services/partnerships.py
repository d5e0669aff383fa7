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

#: What is said once, when a partnership is added; later its stages follow each other.
FIRST = ("status",)
EDITABLE = (
    "name",
    "kind",
    "parent",
    "area",
    "purpose",
    "legal_basis",
    "statutory_kind",
    "accountable_body",
    "lead",
    "established",
    "established_on",
    "approved_by",
)

#: Pages of the register have these addresses.
RESERVED_REFERENCES = frozenset({"add", "overview"})


def add_partnership(
    *, reference: str, values: Mapping[str, Any], by: Any, reason: str = ""
) -> Partnership:
    """Add a partnership, with the scope for which roles can be held in it."""
    if reference.lower() in RESERVED_REFERENCES:
        raise Refused(
            Refusal(
                "reference-reserved",
                f"The reference “{reference}” is the address of another page. Choose another.",
            )
        )
    if Partnership.objects.filter(reference__iexact=reference).exists():
        raise Refused(
            Refusal("reference-taken", f"The reference “{reference}” is taken. Choose another.")
        )
    _refuse_taken_name(values["name"])
    with change(verb="Added a partnership", by=by, reason=reason):
        scope = Scope(name=values["name"].strip())
        scope.save()
        partnership = Partnership(reference=reference, scope=scope)
        put(partnership, values, allowed=(*EDITABLE, *FIRST))
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
        _name_scope_alike(partnership)
        enter_partnership(partnership)
    return partnership


def _name_scope_alike(partnership: Partnership) -> None:
    """Let the scope, under which roles are held, follow the partnership's name."""
    scope = partnership.scope
    if scope.name != partnership.name:
        _refuse_taken_name(partnership.name, besides=scope.pk)
        scope.name = partnership.name
        scope.save()


def _refuse_taken_name(name: str, besides: Any = None) -> None:
    if Scope.objects.filter(name__iexact=name.strip()).exclude(pk=besides).exists():
        raise Refused(Refusal("partnership-known", f"“{name.strip()}” is already recorded."))


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
