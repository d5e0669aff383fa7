"""What does the environment say about this deployment?"""

import os

from django.core.exceptions import ImproperlyConfigured


def text(name: str, default: str = "") -> str:
    """Return the variable as text, stripped; an unset or empty one gives the default."""
    return os.environ.get(name, "").strip() or default


def required(name: str, what: str) -> str:
    """Return a variable that the deployment cannot do without.

    Raises ImproperlyConfigured with a sentence that says what to set.
    """
    value = text(name)
    if not value:
        raise ImproperlyConfigured(f"Set {name}: {what}.")
    return value


def words(name: str, default: str = "") -> list[str]:
    """Return a comma-separated variable as a list without empty items."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def flag(name: str, default: bool = False) -> bool:
    """Return true for 1, true, yes or on, in any case."""
    value = text(name).lower()
    return value in {"1", "true", "yes", "on"} if value else default


def whole_number(name: str, default: int) -> int:
    """Return the variable as a whole number; anything else is refused with a sentence."""
    value = text(name)
    if not value:
        return default
    try:
        return int(value)
    except ValueError:
        raise ImproperlyConfigured(f"{name} must be a whole number, not “{value}”.") from None
