"""How is it entered how the demonstration's partnerships work with others?"""

from typing import Any

from partnerships.models import Partnership
from partnerships.services.engagement import log_engagement

from .files import read, text


def engagement_rows() -> list[dict[str, Any]]:
    """Return whom the partnerships engaged."""
    rows: list[dict[str, Any]] = read("joint_working")["engagements"]
    return rows


def enter_engagement(row: dict[str, Any], *, by: Any) -> None:
    """Enter one engagement."""
    values = {
        "when_in_words": row["when"],
        "audience": row["audience"],
        "method": row["method"],
        "subject": row["subject"],
        "took_part": row["took_part"],
        "learnt": text(row["learnt"]),
        "changed": text(row["changed"]),
    }
    log_engagement(partnership=_partnership(row), values=values, by=by)


def _partnership(row: dict[str, Any]) -> Partnership:
    return Partnership.objects.select_related("scope").get(reference=row["partnership"])
