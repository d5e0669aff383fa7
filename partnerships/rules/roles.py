"""May this role, with what is delegated, be recorded?"""

from govreg.core.refusals import Refusal

from .documents import refusal_of_another


def refusal_of_role(*, delegated: bool, limits: bool, own_document: bool) -> Refusal | None:
    """Refuse limits of nothing, and a document of another partnership."""
    if limits and not delegated:
        return Refusal(
            "limits-of-nothing", "Say what is delegated as well: limits alone tell nobody."
        )
    return refusal_of_another(own=own_document)
