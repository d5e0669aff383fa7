"""Does a partnership's structure stay a structure, without a circle?"""

from collections.abc import Callable
from typing import Any

from govreg.core.refusals import Refusal


def refusal_of_circle(
    *, record: Any, above: Any, next_above: Callable[[Any], Any]
) -> Refusal | None:
    """Refuse to place a record under one that stands, however far down, under itself."""
    seen = set()
    while above is not None and above.pk not in seen:
        if record.pk is not None and above.pk == record.pk:
            return Refusal(
                "circular-structure",
                f"“{record}” cannot stand under one of its own parts. Choose another place for it.",
            )
        seen.add(above.pk)
        above = next_above(above)
    return None


def refusal_of_stranger(*, partnership_id: int, body: Any) -> Refusal | None:
    """Refuse a body of another partnership."""
    if body is not None and body.partnership_id != partnership_id:
        return Refusal(
            "other-partnership", f"“{body}” is a body of another partnership. Choose one of this."
        )
    return None
