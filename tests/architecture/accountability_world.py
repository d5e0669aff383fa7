"""Which decisions to commission, roles and briefings does the access matrix turn on?"""

from datetime import date
from typing import Any

from partnerships.models import Partnership, Post
from partnerships.services.accountability import log_complaint
from partnerships.services.commissioning import record_commissioning
from partnerships.services.liaison import add_briefing
from partnerships.services.roles import add_role
from tests.partnerships.board import board, held
from tests.people import Cast

DECIDED = {"subject": "A youth club", "kind": "decommission", "outcome": "It closes."}


def add_to(world: dict[str, list[Any]], cast: Cast) -> None:
    """Record a decision of West and of the trust, and one of an exempt meeting of West."""
    by, day = cast.partnerships_officer, date(2007, 6, 5)
    for key, reference in (("west", "dp-west"), ("trust", "children-leeds"), ("exempt", "dp-west")):
        body = board(reference)
        meeting = held(body, by=by, day=day, exempt=True) if key == "exempt" else None
        values = {**DECIDED, "body": body, "day": day, "meeting": meeting}
        made = record_commissioning(partnership=body.partnership, values=values, by=by)
        world[f"{key} commissioning"] = [reference, made.pk]
    world["exempt commissioning's history"] = ["partnerships.commissioningdecision", made.pk]
    posts = Post.objects.order_by("pk")
    briefs = {"briefed_by": posts[0], "briefed": posts[1], "frequency": "weekly"}
    for key, reference in (("west", "dp-west"), ("trust", "children-leeds")):
        partnership = Partnership.objects.get(reference=reference)
        role = add_role(partnership=partnership, values={"title": "Director"}, by=by)
        told = {"received_on": day, "subject": "A ramp that came late"}
        complaint = log_complaint(partnership=partnership, values=told, by=by)
        world[f"{key} complaint"] = [reference, complaint.pk]
        world[f"{key} role"] = [reference, role.pk]
        briefing = add_briefing(partnership=partnership, values=briefs, by=by)
        world[f"{key} briefing"] = [reference, briefing.pk]
