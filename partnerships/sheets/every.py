"""Which kinds of sheet has a partnership, and who may import each?"""

from partnerships.models import Partnership

from .binding import OfPartnership
from .members import Members

KINDS: dict[str, type[OfPartnership]] = {one.sheet.key: one for one in (Members,)}


def place_of(partnership: Partnership) -> str:
    """Return what an uploaded table keeps of the partnership that it is for."""
    return f"partnership {partnership.pk}"
