"""What does an administrator scan in the list of users?"""

from typing import Any

import django_filters
from django.db.models import Prefetch, Q, QuerySet

from govreg.core import clock
from govreg.core.access import roles
from govreg.core.access.models import RoleHolding
from govreg.core.accounts.models import User
from govreg.core.ui.lists import Column, RegisterFilterSet, RegisterList
from govreg.core.ui.lists.cells import link, tag
from govreg.site.queries.sign_ins import with_last_sign_in

ACTIVE, DEACTIVATED = "active", "deactivated"
STATES = [(ACTIVE, "May sign in"), (DEACTIVATED, "Deactivated")]


def users_listed(user: Any) -> QuerySet[Any]:
    """Return the users that a user may see, with the roles they hold today."""
    holdings = RoleHolding.objects.in_force(on=clock.today()).select_related("scope")
    found: QuerySet[User] = User.objects.visible_to(user)
    return with_last_sign_in(found).prefetch_related(
        Prefetch("role_holdings", queryset=holdings, to_attr="roles_now")
    )


class UserFilter(RegisterFilterSet):
    """Words, role and state."""

    words = django_filters.CharFilter(label="Name or e-mail address", method="having_words")
    role = django_filters.ChoiceFilter(
        label="Role held now", choices=roles.CHOICES, method="holding"
    )
    state = django_filters.ChoiceFilter(label="State", choices=STATES, method="in_state")

    class Meta:
        model = User
        fields: list[str] = []

    def having_words(self, queryset: Any, name: str, value: str) -> Any:
        """Find the words in the name and in the address."""
        return queryset.filter(Q(name__icontains=value) | Q(email__icontains=value))

    def holding(self, queryset: Any, name: str, value: str) -> Any:
        """Find those who hold a role today."""
        held = RoleHolding.objects.in_force(on=clock.today()).filter(role=value)
        return queryset.filter(pk__in=held.order_by().values("user"))

    def in_state(self, queryset: Any, name: str, value: str) -> Any:
        """Find those who may sign in, or may not."""
        return queryset.filter(is_active=value == ACTIVE)


def _roles(user: Any) -> str:
    return "; ".join(str(holding) for holding in user.roles_now)


def _state(user: User) -> str:
    return "May sign in" if user.is_active else "Deactivated"


class UserList(RegisterList):
    """Every user, one a line."""

    columns = [
        Column("Name", "name", sort="name", cell=lambda u: link(u.get_absolute_url(), u.name)),
        Column("E-mail address", "email", sort="email"),
        Column("Roles now", _roles, missing="No role"),
        Column(
            "State",
            _state,
            sort="is_active",
            cell=lambda u: tag(_state(u), "green" if u.is_active else "grey"),
        ),
        Column("Last signed in", "signed_in_at", sort="signed_in_at", missing="Never"),
    ]
    filterset = UserFilter
    order = "name"
    noun = ("user", "users")
    caption = "Users"
    empty = "Nobody can sign in yet."
