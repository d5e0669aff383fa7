"""How are the demonstration's roles, delegations and standing briefings entered?"""

from datetime import date
from typing import Any

from partnerships.models import GovernanceDocument, Partnership, Post
from partnerships.services.liaison import add_briefing
from partnerships.services.roles import add_role

from .files import read, text

#: The day on which the review's findings were discussed.
FOUND_ON = date(2007, 10, 15)
WORDS = ("title", "statutory_basis", "delegated", "explained_in")


def rows() -> dict[str, list[dict[str, Any]]]:
    """Return the roles and the briefings that the review of 2007 found."""
    found: dict[str, list[dict[str, Any]]] = read("liaison")
    return found


def enter_liaison(found: dict[str, list[dict[str, Any]]], *, by: Any) -> None:
    """Enter every role and every briefing."""
    for row in found["roles"]:
        partnership = _partnership(row)
        values: dict[str, Any] = {name: text(row.get(name)) for name in WORDS}
        values["holder"] = Post.objects.get(title=row["holder"])
        if "document" in row:
            own = GovernanceDocument.objects.filter(partnership=partnership)
            values["document"] = own.get(title=row["document"])
        add_role(partnership=partnership, values=values, by=by)
    for row in found["briefings"]:
        briefs = {
            "briefed_by": Post.objects.get(title=row["briefed_by"]),
            "briefed": Post.objects.get(title=row["briefed"]),
            "frequency": row["frequency"],
            "about": text(row["about"]),
        }
        add_briefing(partnership=_partnership(row), values=briefs, by=by)


def _partnership(row: dict[str, Any]) -> Partnership:
    return Partnership.objects.select_related("scope").get(reference=row["partnership"])
