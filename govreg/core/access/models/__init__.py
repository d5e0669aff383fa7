"""Which records say who may do what, and where?"""

from .holdings import RoleHolding
from .scopes import Scope

__all__ = ["RoleHolding", "Scope"]
