"""Which plans, actions and quarters does the access matrix turn on?"""

from typing import Any

from partnerships.models import Plan, PlanAction
from tests.people import Cast


def add_to(world: dict[str, list[Any]], cast: Cast) -> None:
    """Name the demonstration's plans, and two of its quarters."""
    top = Plan.objects.get(parent=None, short_name="Leeds Regeneration Plan")
    west = Plan.objects.get(short_name="West")
    action = PlanAction.objects.filter(plan=west, lead__name="Leeds Voice").first()
    assert action is not None
    world["top plan"] = [top.pk]
    world["west plan"] = [west.pk]
    world["west plan action"] = [action.pk]
    world["open quarter"] = [top.pk, "2006-07-q4"]
    world["closed quarter"] = [top.pk, "2006-07-q3"]
    world["west plan's history"] = ["partnerships.plan", west.pk]
    world["west plan action's history"] = ["partnerships.planaction", action.pk]
