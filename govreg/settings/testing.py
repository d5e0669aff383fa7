"""How does the register run under its tests: quickly, and with nothing left behind?"""

import tempfile
from pathlib import Path

from .base import *  # noqa: F403
from .base import STORAGES, VAR_DIR

DEBUG = False
SECRET_KEY = "tests only"  # noqa: S105 - protects nothing
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
DEMONSTRATION_ALLOWED = True
SEAL_DAILY = False  # a test asks for it where it is about it
DIGESTS_DAILY = False  # likewise: on a Monday it would write to everybody
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = {
    **STORAGES,
    "default": {
        "BACKEND": "govreg.core.files.folder.FolderStorage",
        "OPTIONS": {"location": str(Path(tempfile.gettempdir()) / "register-tests" / "files")},
    },
}

(VAR_DIR / "collected").mkdir(parents=True, exist_ok=True)
