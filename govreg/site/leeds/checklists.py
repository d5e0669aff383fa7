"""How are the demonstration's checklists answered?"""

from typing import Any

from partnerships.models import Partnership
from partnerships.services.checklists import Answer, answer_checklist

from .files import read, text


def checklist_rows() -> list[dict[str, Any]]:
    """Return what the reviews found, in the order in which they found it."""
    rows: list[dict[str, Any]] = read("checklists")["checklists"]
    return sorted(rows, key=lambda row: row["answered_on"])


def enter_checklists(row: dict[str, Any], *, by: Any) -> None:
    """Answer one question set, for each partnership to which the finding applies."""
    for reference in row["partnerships"]:
        answer_checklist(
            partnership=Partnership.objects.get(reference=reference),
            code=row["set"],
            edition=0,
            version=0,
            answers={key: Answer(**given) for key, given in row["answers"].items()},
            answered_on=row["answered_on"],
            note=text(row["note"]),
            by=by,
        )
