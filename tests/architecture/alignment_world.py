"""Which frameworks and themes does the access matrix turn on?"""

from typing import Any

from partnerships.models import StrategicTheme
from partnerships.services.alignment import add_framework
from tests.people import Cast


def add_to(world: dict[str, list[Any]], cast: Cast) -> None:
    """Name a theme of the Vision, and a framework that has none yet."""
    theme = StrategicTheme.objects.get(name="Learning")
    world["framework"] = [theme.framework_id]
    world["framework theme"] = [theme.framework_id, theme.pk]
    world["west theme"] = ["dp-west", theme.pk]
    world["trust theme"] = ["children-leeds", theme.pk]
    empty = add_framework(values={"name": "To come", "kind": "other"}, by=cast.administrator)
    world["empty framework"] = [empty.pk]
