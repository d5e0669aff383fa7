"""Who may do what, and where?

`access` and `Permission` are what views need; models and services are imported from their files.
"""

from .decorator import access
from .permissions import Permission

__all__ = ["Permission", "access"]
