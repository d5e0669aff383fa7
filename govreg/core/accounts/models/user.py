"""Who can sign in to the register?"""

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.urls import reverse

from govreg.core import clock
from govreg.core.access.permissions import Permission
from govreg.core.access.roles import ROLES
from govreg.core.history.models import TrackedModel, TrackedQuerySet
from govreg.core.refusals import Refusal


class UserQuerySet(TrackedQuerySet):
    """Questions that people ask of users."""

    def active(self) -> "UserQuerySet":
        """Return those who may sign in."""
        return self.filter(is_active=True)

    def visible_to(self, user: Any) -> "UserQuerySet":
        """Return everybody to those who keep people, and to others themselves."""
        if user.may_somewhere(Permission.ADMINISTER_PEOPLE):
            return self.all()
        return self.filter(pk=user.pk)


class UserManager(BaseUserManager.from_queryset(UserQuerySet)):  # type: ignore[misc]
    """Finds users by e-mail address, in any case."""

    def get_by_natural_key(self, email: str | None) -> "User":
        """Return the user with an e-mail address, whatever its case."""
        found: User = self.get(email__iexact=email)
        return found


class User(AbstractBaseUser, TrackedModel):
    """A person who signs in with an e-mail address. Deactivated, never deleted."""

    email = models.EmailField("e-mail address", max_length=254, unique=True)
    name = models.CharField(max_length=120)
    is_active = models.BooleanField("may sign in", default=True)

    #: The access log says when somebody signed in; a field here would only repeat it.
    last_login = None  # type: ignore[assignment]

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]
    history_excluded = ("password",)

    objects = UserManager()

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(Lower("email"), name="one_user_an_email_address"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Return the page on which an administrator keeps this user."""
        return reverse("people:user", args=[self.pk])

    def address_for(self, reader: Any) -> str:
        """Return that page, or, to somebody who sees only themselves, that of their own account."""
        if reader.may_somewhere(Permission.ADMINISTER_PEOPLE):
            return self.get_absolute_url()
        return reverse("accounts:account")

    def refusal_to_redact(self) -> Refusal | None:
        """Refuse while the person may still sign in: the address is how they do."""
        if not self.is_active:
            return None
        return Refusal(
            "redact-active-user",
            f"{self.name} may still sign in. Deactivate the user first, then redact.",
        )

    def holdings(self) -> list[Any]:
        """Return the role holdings in force today, looked up once a request."""
        if not hasattr(self, "_holdings"):
            today = clock.today()
            held = self.role_holdings.order_by("role", "pk")
            self._holdings = [one for one in held if one.is_in_force(on=today)]
        return self._holdings

    def roles(self) -> list[Any]:
        """Return the roles held today, each once, in the order of the list of roles."""
        held = {holding.role for holding in self.holdings()}
        return [role for code, role in ROLES.items() if code in held]

    def may(self, permission: Permission, scope_id: int | None = None) -> bool:
        """Say whether the user may do a thing in a scope (None: for the whole council)."""
        return any(
            permission in ROLES[holding.role].permissions
            and (holding.scope_id is None or holding.scope_id == scope_id)
            for holding in self.holdings()
        )

    def may_in_any(self, permission: Permission, scope_ids: Any) -> bool:
        """Say whether the user may do a thing in at least one of some scopes."""
        return self.may(permission) or any(self.may(permission, scope) for scope in scope_ids)

    def may_somewhere(self, permission: Permission) -> bool:
        """Say whether the user may do a thing in any scope at all."""
        return any(permission in ROLES[h.role].permissions for h in self.holdings())

    def scope_filter(self, permission: Permission, *, field: str = "scope") -> Q:
        """Return the condition on `field` (a path to a scope) where the user may do a thing."""
        if self.may(permission):
            return Q()
        scopes = [h.scope_id for h in self.holdings() if permission in ROLES[h.role].permissions]
        return Q(**{f"{field}__in": scopes}) if scopes else Q(pk__in=[])

    def save(self, *args: Any, **options: Any) -> None:
        """Save as a next version; a password hashed anew at sign-in is not a version."""
        if options.get("update_fields") == ["password"]:
            self.skip_history_when_saving = True
            try:
                models.Model.save(self, *args, **options)
            finally:
                del self.skip_history_when_saving
            return
        super().save(*args, **options)
