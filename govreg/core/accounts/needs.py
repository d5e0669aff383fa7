"""Which roles need a second factor on a day, and does this person hold one of them?"""

from datetime import date
from typing import Any

from govreg.core.access.roles import ROLES, Role
from govreg.core.council import settings
from govreg.core.council.definitions import second_factor_name


def roles_in_need(*, on: date) -> set[str]:
    """Return the codes of the roles that the council wants a second factor of."""
    return {code for code in ROLES if settings.whole_number(second_factor_name(code), on=on)}


def roles_that_need_it(user: Any, *, on: date) -> list[Role]:
    """Return the roles a person holds that need a second factor."""
    in_need = roles_in_need(on=on)
    return [role for role in user.roles() if role.code in in_need] if in_need else []
