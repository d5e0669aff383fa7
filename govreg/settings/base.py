"""What is the same wherever the register runs?"""

from pathlib import Path

from csp.constants import NONE, SELF

from . import database, environment, files

BASE_DIR = Path(__file__).resolve().parent.parent.parent
VAR_DIR = Path(environment.text("VAR_DIR", str(BASE_DIR / "var")))

COUNCIL_NAME = environment.text("COUNCIL_NAME", "Leeds City Council")
COUNCIL_COLOUR = environment.text("COUNCIL_COLOUR", "#1d4f6e")

INSTALLED_APPS = [
    "govreg.core.accounts",
    "govreg.core.access",
    "govreg.core.history",
    "govreg.core.council",
    "govreg.core.editing",
    "govreg.core.files",
    "govreg.core.outbox",
    "govreg.core.questions",
    "govreg.core.search",
    "govreg.core.transfer",
    "govreg.core.ui",
    "partnerships",
    "reviews",
    "recommendations",
    "govreg.reports",
    "govreg.site",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
    "axes",
    "crispy_forms",
    "csp",
    "django_filters",
    "simple_history",
]

MIDDLEWARE = [
    "govreg.core.request_log.RequestIdMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "govreg.core.ui.headers.NarrowHeadersMiddleware",
    "govreg.core.council.middleware.SettingsOnceMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "govreg.core.accounts.middleware.SecondFactorMiddleware",
    "govreg.core.access.middleware.DeclaredAccessMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "govreg.urls"
WSGI_APPLICATION = "govreg.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "govreg.core.ui.context.page",
            ],
            "builtins": ["govreg.core.ui.templatetags.govuk"],
        },
    },
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
CRISPY_ALLOWED_TEMPLATE_PACKS = "govuk"
CRISPY_TEMPLATE_PACK = "govuk"

DATABASES = {
    "default": database.configuration(
        environment.text("DATABASE_URL", f"sqlite:///{VAR_DIR / 'register.sqlite3'}"),
        behind_pgbouncer=environment.flag("BEHIND_PGBOUNCER"),
    )
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "govreg.core.accounts.breached.BreachedPasswordValidator"},
]
BREACHED_PASSWORDS_FILE = environment.text("BREACHED_PASSWORDS_FILE")
LOGIN_URL = "accounts:sign-in"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "accounts:sign-in"
PASSWORD_RESET_TIMEOUT = 60 * 60

# A council's staff share one public address: the pair of name and address is throttled, so that
# one person's wrong passwords never lock the neighbours out.
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_USERNAME_FORM_FIELD = "username"
AXES_USERNAME_CALLABLE = "govreg.core.accounts.throttle.name_tried"
AXES_FAILURE_LIMIT = environment.whole_number("SIGN_IN_ATTEMPTS", 5)
AXES_COOLOFF_TIME = 0.25  # hours
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_CALLABLE = "govreg.core.accounts.views.sign_in.too_many_attempts"
AXES_VERBOSE = False
# What was typed is never kept: a code mistyped by one digit is nearly a code.
AXES_SENSITIVE_PARAMETERS = ["username", "password", "code", "code_now"]
AXES_CLIENT_IP_CALLABLE = "govreg.core.accounts.address.client_address"
PROXY_COUNT = environment.whole_number("PROXY_COUNT", 0)

# The council's own sign-in (OpenID Connect). Without an issuer there is none.
OIDC_ISSUER = environment.text("OIDC_ISSUER").rstrip("/")
OIDC_CLIENT_ID = environment.text("OIDC_CLIENT_ID")
OIDC_CLIENT_SECRET = environment.text("OIDC_CLIENT_SECRET")
OIDC_SCOPES = environment.text("OIDC_SCOPES", "openid email profile")
OIDC_GROUPS_CLAIM = environment.text("OIDC_GROUPS_CLAIM", "groups")
OIDC_REQUIRED_GROUP = environment.text("OIDC_REQUIRED_GROUP")
OIDC_ASSUME_EMAIL_VERIFIED = environment.flag("OIDC_ASSUME_EMAIL_VERIFIED")
OIDC_SECOND_FACTOR = environment.text("OIDC_SECOND_FACTOR", "ask")
OIDC_AMR = environment.words("OIDC_AMR", "mfa")

SESSION_COOKIE_AGE = 60 * environment.whole_number("SESSION_MINUTES", 8 * 60)
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "govreg.core.ui.errors.csrf_failure"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_I18N = True
USE_TZ = True
DATE_FORMAT = "j F Y"

STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "static", VAR_DIR / "assets"]
STATIC_ROOT = Path(environment.text("STATIC_DIR", str(VAR_DIR / "collected")))
WHITENOISE_MAX_AGE = 60 * 60 * 24 * 365
STORAGES = {
    "default": files.storage(str(VAR_DIR / "files")),
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
#: Where a web server in front finds the stored files, when it hands them out itself.
FILES_ACCEL_PREFIX = environment.text("FILES_ACCEL_PREFIX")
LARGEST_FILE_BYTES = 1024 * 1024 * environment.whole_number("LARGEST_FILE_MB", 10)
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024

EMAIL_HOST = environment.text("EMAIL_HOST", "localhost")
EMAIL_PORT = environment.whole_number("EMAIL_PORT", 25)
EMAIL_HOST_USER = environment.text("EMAIL_HOST_USER")
EMAIL_HOST_PASSWORD = environment.text("EMAIL_HOST_PASSWORD")
EMAIL_USE_TLS = environment.flag("EMAIL_USE_TLS")
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = environment.text("DEFAULT_FROM_EMAIL", "register@localhost")

# A lease is how long a worker that was killed keeps others from what it held. That of a message
# is longer than a slow mail server may take for one; that of work is renewed while it is made.
MAIL_LEASE_SECONDS = environment.whole_number("MAIL_LEASE_SECONDS", 120)
MAIL_FIRST_PAUSE_SECONDS = environment.whole_number("MAIL_FIRST_PAUSE_SECONDS", 10)
MAIL_LONGEST_PAUSE_SECONDS = environment.whole_number("MAIL_LONGEST_PAUSE_SECONDS", 60 * 60)
WORK_LEASE_SECONDS = environment.whole_number("WORK_LEASE_SECONDS", 30)
WORK_ATTEMPTS = environment.whole_number("WORK_ATTEMPTS", 2)
WORK_SECONDS = environment.whole_number("WORK_SECONDS", 120)
SEAL_DAILY = environment.flag("SEAL_DAILY", True)
DIGESTS_DAILY = environment.flag("DIGESTS_DAILY", True)
#: Where people reach the register; a message that no request caused links to its pages by it.
REGISTER_ADDRESS = environment.text("REGISTER_ADDRESS", "http://localhost:8000").rstrip("/")
WORK_MEMORY_MB = environment.whole_number("WORK_MEMORY_MB", 2048)

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}
#: Where to report a weakness, as an address that begins mailto: or https:.
SECURITY_CONTACT = environment.text("SECURITY_CONTACT")
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

SILENCED_SYSTEM_CHECKS: list[str] = []
DEMONSTRATION_ALLOWED = False

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"request_id": {"()": "govreg.core.request_log.WithRequestId"}},
    "formatters": {
        "line": {"format": "%(asctime)s %(levelname)s %(request_id)s %(name)s %(message)s"},
        "json": {"()": "govreg.core.request_log.JsonLines"},
    },
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "formatter": "line",
            "filters": ["request_id"],
        },
    },
    "root": {"handlers": ["console"], "level": environment.text("LOG_LEVEL", "INFO")},
    "loggers": {
        "fontTools": {"level": "WARNING"},
        "weasyprint": {"level": "ERROR"},
        "axes": {"level": "WARNING"},
    },
}
