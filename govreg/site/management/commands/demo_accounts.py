"""With which address and password does one sign in to the demonstration?"""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from govreg.core.access.roles import ROLES
from govreg.core.accounts.models import User
from govreg.core.accounts.services.passwords import PASSWORD_SET
from govreg.core.history.models import ChangedRow
from govreg.core.refusals import Refused
from govreg.site.leeds.load import is_loaded, refuse_where_not_allowed
from govreg.site.leeds.passwords import password_for


class Command(BaseCommand):
    """Print one account for each role: role, e-mail address and password, with tabs between."""

    help = "Print the demonstration accounts, one line a role: role, e-mail address, password."

    def handle(self, *args: Any, **options: Any) -> None:
        """Print, where the demonstration data is loaded."""
        try:
            refuse_where_not_allowed()
        except Refused as refused:
            raise CommandError(refused.refusal.sentence) from None
        if not is_loaded():
            raise CommandError(
                "The demonstration data is not loaded. Run `manage.py load_leeds` first."
            )
        users = User.objects.active().filter(email__endswith="@leeds.example").order_by("pk")
        changed = set(
            ChangedRow.objects.filter(
                model="accounts.user", change_set__verb=PASSWORD_SET
            ).values_list("object_id", flat=True)
        )
        for code, role in ROLES.items():
            user = users.filter(role_holdings__role=code).first()
            if user is None:
                continue
            shown = "(changed since)" if user.pk in changed else password_for(user.email)
            self.stdout.write(f"{role.name}\t{user.email}\t{shown}")
