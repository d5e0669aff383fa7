"""Which required members and interests does the access matrix turn on?"""

from typing import Any

from tests.people import Cast


def add_to(world: dict[str, list[Any]], cast: Cast) -> None:
    """Name an entry of the lists."""
    world["required member"] = ["childrens-trust_connexions_20050401"]
