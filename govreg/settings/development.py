"""How does the register run on a developer's or a newcomer's own machine?

Safe by default: it listens to this machine only, writes mail to the console, and keeps a secret
key of its own in the ignored folder of run-time data.
"""

import secrets

from .base import *  # noqa: F403
from .base import VAR_DIR, environment

DEBUG = environment.flag("DEBUG")
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
DEMONSTRATION_ALLOWED = True
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"


def _own_secret_key() -> str:
    """Return this machine's key, made at the first start and kept readable by its owner alone."""
    path = VAR_DIR / "secret-key"
    if not path.exists():
        VAR_DIR.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(50), encoding="ascii")
    return path.read_text(encoding="ascii")


SECRET_KEY = environment.text("SECRET_KEY") or _own_secret_key()

# Static files are served straight from where they lie, so that a newcomer collects nothing first.
WHITENOISE_USE_FINDERS = True
(VAR_DIR / "collected").mkdir(parents=True, exist_ok=True)
