"""How does the first administrator of a new register come about?"""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.core.validators import validate_email

from govreg.core.access.roles import ADMINISTRATOR
from govreg.core.accounts.models import User
from govreg.core.accounts.services.users import add_user, grant_role
from govreg.core.history.change import change


class Command(BaseCommand):
    """Add a user who holds the administrator’s role for the whole council."""

    help = "Add an administrator. They set their password with “I have forgotten my password”."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the address and the name."""
        parser.add_argument("email", help="the e-mail address to sign in with")
        parser.add_argument("name", help="the name that the history shows")

    def handle(self, *args: Any, **options: Any) -> None:
        """Add the user and give the role, in one change set."""
        email, name = options["email"].strip().lower(), options["name"].strip()
        try:
            validate_email(email)
        except ValidationError:
            raise CommandError(f"“{email}” is not an e-mail address.") from None
        if not name:
            raise CommandError("Give the name that the history should show.")
        if User.objects.filter(email__iexact=email).exists():
            raise CommandError(f"There is already a user with the address {email}.")
        with change(verb="Added an administrator", by=None, reason="From a shell"):
            user = add_user(email=email, name=name, by=None)
            grant_role(user=user, role=ADMINISTRATOR.code, scope=None, by=None)
        self.stdout.write(f"{name} can now set a password and sign in as {email}.")
