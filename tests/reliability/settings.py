"""How does a register run in a proof: like a council's, with a mail server on this machine?"""

from govreg.settings.base import *  # noqa: F403
from govreg.settings.base import VAR_DIR, environment

DEBUG = False
SECRET_KEY = "proofs only"
ALLOWED_HOSTS = ["localhost", "127.0.0.1"]
DEMONSTRATION_ALLOWED = True
SEAL_DAILY = environment.flag("SEAL_DAILY")  # a proof that counts work asks for no more
DIGESTS_DAILY = environment.flag("DIGESTS_DAILY")  # likewise
EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
EMAIL_TIMEOUT = 5
(VAR_DIR / "collected").mkdir(parents=True, exist_ok=True)
