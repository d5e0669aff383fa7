"""Which records say who can sign in, and what they fetched?"""

from .access_log import AccessLogEntry
from .second_factor import SecondFactor
from .user import User

__all__ = ["AccessLogEntry", "SecondFactor", "User"]
