"""What waits to be sent or done, and what came of it?"""

from .leased import Leased, State
from .messages import OutgoingMessage
from .work import LongWork

__all__ = ["Leased", "LongWork", "OutgoingMessage", "State"]
