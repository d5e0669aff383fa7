"""Which records does an audit review consist of?"""

from .errata import Erratum
from .points import ReviewPoint
from .priorities import PriorityLevel, PriorityScale, ReviewPriority
from .reviews import Review, ReviewContact, ReviewPartnership
from .sections import Section

__all__ = [
    "Erratum",
    "PriorityLevel",
    "PriorityScale",
    "Review",
    "ReviewContact",
    "ReviewPartnership",
    "ReviewPoint",
    "ReviewPriority",
    "Section",
]
