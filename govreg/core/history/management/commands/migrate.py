"""How are migrations run where a trigger of the history is missing, or of an earlier release?"""

from typing import Any

from django.core.management.commands import migrate


class Command(migrate.Command):
    """Django's own, without the checks of the database: migrating is what mends what they find.

    The triggers are installed when it has run. Until then neither web server nor worker starts.
    """

    def check(self, *args: Any, **options: Any) -> None:
        """Check everything but the database."""
        options.pop("databases", None)
        super().check(*args, **options)
