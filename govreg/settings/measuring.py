"""How does the register run while it is measured? As for a council, but on this machine alone.

The floor view is reachable here and nowhere else.
"""

from .development import *  # noqa: F403

ROOT_URLCONF = "govreg.site.bench.floor"
LOGGING = {"version": 1, "disable_existing_loggers": True}
