"""How does the register run for a council?

It refuses to start without its secrets, and never serves the demonstration data.
"""

from .base import *  # noqa: F403
from .base import LOGGING, STORAGES, database, environment, files

DEBUG = False
SECRET_KEY = environment.required("SECRET_KEY", "a long random text that only this council has")
SECRET_KEY_FALLBACKS = environment.words("SECRET_KEY_FALLBACKS")
ALLOWED_HOSTS = environment.words("ALLOWED_HOSTS")
if not ALLOWED_HOSTS:
    environment.required("ALLOWED_HOSTS", "the host names the register answers to, with commas")
CSRF_TRUSTED_ORIGINS = [f"https://{host.lstrip('.')}" for host in ALLOWED_HOSTS if host != "*"]
REGISTER_ADDRESS = environment.text(
    "REGISTER_ADDRESS", f"https://{ALLOWED_HOSTS[0].lstrip('.')}"
).rstrip("/")
DATABASES = {
    "default": database.configuration(
        environment.required("DATABASE_URL", "for example postgres://user:password@host/register"),
        behind_pgbouncer=environment.flag("BEHIND_PGBOUNCER"),
    )
}
files.require()
environment.required("COUNCIL_NAME", "the council whose register this is")

STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "govreg.core.ui.storage.RegisterStaticFilesStorage"},
}
SECURE_SSL_REDIRECT = environment.flag("SECURE_SSL_REDIRECT", True)
#: Whoever watches the process asks it over plain HTTP, on the machine itself.
SECURE_REDIRECT_EXEMPT = [r"^health/$", r"^ready/$"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
PROXY_COUNT = environment.whole_number("PROXY_COUNT", 1)

LOGGING["handlers"]["console"]["formatter"] = "json"  # type: ignore[index]
