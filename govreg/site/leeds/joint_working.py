"""How is it entered how the demonstration's partnerships work with others?"""

from typing import Any

from partnerships.models import Partnership
from partnerships.services.engagement import log_engagement
from partnerships.services.good_practice import note_good_practice
from partnerships.services.information_sharing import add_obstacle, record_activity

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


def good_practice_rows() -> list[dict[str, Any]]:
    """Return what the review found worth sharing."""
    rows: list[dict[str, Any]] = read("joint_working")["good_practice"]
    return rows


def enter_good_practice(row: dict[str, Any], *, by: Any) -> None:
    """Enter one note of good practice."""
    names = ("title", "theme", "difficulty", "done", "achieved", "source")
    values = {name: text(row[name]) for name in names} | {"is_shared": row["is_shared"]}
    partnership = Partnership.objects.select_related("scope").get(reference=row["partnership"])
    note_good_practice(partnership=partnership, values=values, by=by)


def sharing_rows() -> list[dict[str, Any]]:
    """Return what the review found of how information is shared."""
    rows: list[dict[str, Any]] = read("joint_working")["information_sharing"]
    return rows


def enter_sharing(row: dict[str, Any], *, by: Any) -> None:
    """Enter the training and the obstacles that the review found."""
    partnership = Partnership.objects.select_related("scope").get(reference=row["partnership"])
    training = {"kind": "training", **row["training"]}
    record_activity(partnership=partnership, values=training, by=by)
    for obstacle in row["obstacles"]:
        values = {
            "kind": obstacle["kind"],
            "description": text(obstacle["description"]),
            "since": row["entered_on"],
        }
        add_obstacle(partnership=partnership, values=values, by=by)
