"""Which command makes the style sheet, the script and the fonts?"""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from govreg.core.ui.assets import AssetsUnavailable, Places, build


class Command(BaseCommand):
    """Fetch and prepare the browser parts; a second run finds nothing to do."""

    help = "Fetch the style sheet, script and fonts named in package-lock.json and prepare them."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        """Build, and say in a sentence what happened."""
        places = Places(project=settings.BASE_DIR, assets=settings.VAR_DIR / "assets")
        try:
            built = build(places)
        except AssetsUnavailable as problem:
            raise CommandError(str(problem)) from problem
        self.stdout.write(
            f"The style sheet, script and fonts are in {places.assets}."
            if built
            else "The style sheet, script and fonts are up to date."
        )
