"""Which records say who can sign in, and what they fetched?"""

from .access_log import AccessLogEntry
from .user import User

__all__ = ["AccessLogEntry", "User"]
