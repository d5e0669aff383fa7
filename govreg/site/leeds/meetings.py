"""How are the demonstration's meetings, their attendance and what was done about it entered?"""

from typing import Any

from partnerships.models import Body, Membership, Organisation, Partnership
from partnerships.services.interventions import add_intervention
from partnerships.services.meetings import log_meeting
from partnerships.services.recording import record_meeting

from .files import read, text
from .partnerships import partnership_rows

PLACED = (
    "Placed for the demonstration: the review says how often the Police came, and gives no days."
)


def meeting_rows() -> dict[str, Any]:
    """Return the meetings and interventions of the demonstration."""
    content: dict[str, Any] = read("meetings")
    return content


def enter_meetings(content: dict[str, Any], *, by: Any) -> None:
    """Enter every meeting with its attendance, then the interventions."""
    for row in content["meetings"]:
        _enter_meeting(row, by=by)
    for row in content["interventions"]:
        add_intervention(
            partnership=Partnership.objects.get(reference=row["partnership"]),
            values={
                "kind": row["kind"],
                "day": row["day"],
                "text": text(row["text"]),
                "organisation": _organisation(row["organisation"]),
                "body": _body(row) if row["body"] else None,
            },
            by=by,
            reason=PLACED,
        )


def _enter_meeting(row: dict[str, Any], *, by: Any) -> None:
    body = _body(row)
    meeting = log_meeting(body=body, values={"day": row["day"]}, by=by, reason=PLACED)
    seats = [
        (Membership.objects.get(body=body, organisation__name=name), state, "")
        for name, state in row["attendance"].items()
    ]
    record_meeting(
        meeting=meeting,
        version=meeting.version,
        seats=seats,
        decisions=[],
        messages=[],
        quorate=None,
        by=by,
        reason=PLACED,
    )


def _body(row: dict[str, Any]) -> Body:
    """Return the body that a key of the partnerships' file means."""
    partnership = next(p for p in partnership_rows() if p["reference"] == row["partnership"])
    name = next(body["name"] for body in partnership["bodies"] if body["key"] == row["body"])
    found = Body.objects.select_related("partnership__scope")
    return found.get(partnership__reference=row["partnership"], name=name)


def _organisation(name: str | None) -> Organisation | None:
    return Organisation.objects.get(name=name) if name else None
