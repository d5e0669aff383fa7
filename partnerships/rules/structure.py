"""Does a partnership's structure stay a structure, without a circle?"""

from collections.abc import Callable, Iterable
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


def refusal_of_reporting_circle(
    *, body: Any, to: Any, reports_to: Callable[[Any], Iterable[Any]]
) -> Refusal | None:
    """Refuse a reporting line to a body that itself, however far up, reports to this one."""
    if to == body:
        return Refusal("reports-to-itself", "A body cannot report to itself.")
    seen, waiting = {to}, [to]
    while waiting:
        for above in reports_to(waiting.pop()):
            if above == body:
                return Refusal(
                    "reports-in-a-circle",
                    f"“{to}” reports to “{body}”, itself or through other bodies, so “{body}” "
                    "cannot report to it. Take one of those reporting lines away first.",
                )
            if above not in seen:
                seen.add(above)
                waiting.append(above)
    return None


def refusal_of_stranger(*, partnership_id: int, body: Any) -> Refusal | None:
    """Refuse a body of another partnership."""
    if body is not None and body.partnership_id != partnership_id:
        return Refusal(
            "other-partnership", f"“{body}” is a body of another partnership. Choose one of this."
        )
    return None
