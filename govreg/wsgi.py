"""Where does a web server find the register?"""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "govreg.settings.production")
application = get_wsgi_application()

from govreg.core.history.protection import refuse_unprotected  # noqa: E402 - needs the settings

refuse_unprotected()

# What was loaded stays for good: the collector need not walk through it while pages are made.
gc.collect()
gc.freeze()
# A page of many rows makes tens of thousands of short-lived values; by default the collector looks
# through them every 700.
gc.set_threshold(50_000, 20, 20)
