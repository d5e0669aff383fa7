"""Is what signing in leans on set up as it must be?"""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register

from .breached import problem_with
from .council_sign_in import SECOND_FACTOR_CHOICES


@register(Tags.security)
def breached_passwords_can_be_searched(**kwargs: Any) -> list[CheckMessage]:
    """Say what is wrong with the list of breached passwords, where one is named."""
    name = settings.BREACHED_PASSWORDS_FILE
    problem = problem_with(Path(name)) if name else ""
    if not problem:
        return []
    return [
        Error(
            f"BREACHED_PASSWORDS_FILE names {name}, but {problem}.",
            hint="Name a file of Have I Been Pwned’s SHA-1 list, ordered by hash, or none.",
            id="accounts.E001",
        )
    ]


@register(Tags.security)
def council_sign_in_is_whole(**kwargs: Any) -> list[CheckMessage]:
    """Say what the council's sign-in still needs, where an issuer is named."""
    if not settings.OIDC_ISSUER:
        return []
    found: list[CheckMessage] = []
    for name in ("OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"):
        if not getattr(settings, name):
            hint = "The council’s sign-in gives both when the register is made known to it."
            found.append(Error(f"OIDC_ISSUER is set, but {name} is not.", hint, id="accounts.E002"))
    if not settings.OIDC_ISSUER.startswith("https://") and not settings.DEMONSTRATION_ALLOWED:
        found.append(Error("OIDC_ISSUER must start with https://.", id="accounts.E003"))
    if "openid" not in settings.OIDC_SCOPES.split():
        found.append(Error("OIDC_SCOPES must name “openid”.", id="accounts.E004"))
    if settings.OIDC_SECOND_FACTOR not in SECOND_FACTOR_CHOICES:
        choices = ", ".join(SECOND_FACTOR_CHOICES)
        found.append(Error(f"OIDC_SECOND_FACTOR must be one of {choices}.", id="accounts.E005"))
    return found
