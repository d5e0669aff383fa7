"""Which kinds of sheet has a partnership, and who may import each?"""

from partnerships.models import Partnership

from .attendance import AttendanceRows
from .binding import OfPartnership
from .contributions import Contributions
from .documents import Documents
from .figures import Figures
from .meetings import Meetings
from .members import Members
from .risks import Risks

KINDS: dict[str, type[OfPartnership]] = {
    one.sheet.key: one
    for one in (Members, Meetings, AttendanceRows, Documents, Contributions, Risks, Figures)
}


def place_of(partnership: Partnership) -> str:
    """Return what an uploaded table keeps of the partnership that it is for."""
    return f"partnership {partnership.pk}"
