"""What is the address of a page, without working it out anew for every row of every list?"""

from functools import lru_cache
from typing import Any

from django.urls import get_script_prefix, get_urlconf, reverse

#: A page of a list names some fifty addresses; most are asked for again.
KEPT = 8_192


def address_of(name: str, *arguments: Any) -> str:
    """Return the address of a page with its arguments, as `reverse` would.

    Raises NoReverseMatch when there is no such page.
    """
    return _worked_out(get_urlconf(), get_script_prefix(), name, arguments)


@lru_cache(maxsize=KEPT)
def _worked_out(urlconf: Any, prefix: str, name: str, arguments: tuple[Any, ...]) -> str:
    return reverse(name, urlconf=urlconf, args=arguments)
