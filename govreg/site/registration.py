"""What stands in the navigation of every page, and what is logged on every list?"""

from govreg.core.access import Permission
from govreg.core.ui.navigation import NavigationItem, register

from . import administration_navigation, export_log, retention  # noqa: F401

register(NavigationItem("Home", "home", position=1))
register(NavigationItem("Search", "search", position=60))
register(
    NavigationItem("History", "history:register", permission=Permission.VIEW_HISTORY, position=70)
)
