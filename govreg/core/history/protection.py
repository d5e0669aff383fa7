"""May this process serve the register, or could its history be changed?"""

from django.core.exceptions import ImproperlyConfigured
from django.db import connection

from . import triggers


def refuse_unprotected() -> None:
    """Stop a server from starting on a database whose history triggers are missing."""
    tables = triggers.missing(connection)
    if tables:
        raise ImproperlyConfigured(
            f"History could be changed: triggers are missing on {', '.join(tables)}. Run "
            "`manage.py migrate`, then find out who took them away."
        )
