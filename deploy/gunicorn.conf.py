"""How does gunicorn serve the register behind nginx?

`gunicorn --config deploy/gunicorn.conf.py govreg.wsgi`. The environment can
change the first three values.
"""

import os

bind = os.environ.get("WEB_BIND", "unix:/run/register/web.sock")
workers = int(os.environ.get("WEB_WORKERS", "2"))
threads = int(os.environ.get("WEB_THREADS", "2"))
worker_class = "gthread"

# A page takes a fraction of a second; an upload on a slow line is buffered by nginx.
timeout = 60
# On a reload or a stop, what is being answered is answered; then the worker ends.
graceful_timeout = 30
keepalive = 5

# A worker is replaced now and then, so that no leak of any library can grow for months.
max_requests = 20_000
max_requests_jitter = 2_000

# Only nginx on this machine may say from where, and over what, a request came.
forwarded_allow_ips = "127.0.0.1"

# The register logs each request itself, with its number and never with what was typed.
accesslog = None
errorlog = "-"
loglevel = os.environ.get("WEB_LOG_LEVEL", "warning")
