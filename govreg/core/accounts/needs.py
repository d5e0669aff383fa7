"""Which roles need a second factor on a day, and does this person hold one of them?"""

from datetime import date
from typing import Any

from govreg.core.access.roles import ROLES, Role
from govreg.core.council.definitions import SECOND_FACTOR, second_factor_name
from govreg.core.council.models import CouncilSetting


def roles_in_need(*, on: date) -> set[str]:
    """Return the codes of the roles that the council wants a second factor of, in one query."""
    rows = CouncilSetting.objects.filter(name__startswith=f"{SECOND_FACTOR}-", start__lte=on)
    ruling = dict(rows.order_by("start").values_list("name", "value"))
    return {code for code in ROLES if ruling.get(second_factor_name(code), "0") != "0"}


def roles_that_need_it(user: Any, *, on: date) -> list[Role]:
    """Return the roles a person holds that need a second factor."""
    in_need = roles_in_need(on=on)
    return [role for role in user.roles() if role.code in in_need] if in_need else []
